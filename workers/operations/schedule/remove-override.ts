import { deleteOverride, findOverride } from '../../../db/repositories/schedules';
import { can, refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { isSelf } from '../config/own';
import { saveChange } from '../config/save';

/** Takes an override back; one's own needs no more than to respond. Failures: forbidden, not-found. */
export async function removeOverride(
  context: Context,
  { id, overrideId }: { id: string; overrideId: string },
): Promise<Result<null>> {
  const { actor, db } = context;
  const before = await findOverride(db, overrideId);
  if (!before || before.scheduleId !== id) return err(notFound('override'));
  const isOwn = before.userId !== null && isSelf(actor, before.userId) && can(actor, 'incident.respond');
  const refusal = isOwn ? null : refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  await saveChange(context, {
    action: 'schedule.override-removed',
    targetKind: 'schedule',
    targetId: id,
    before,
    statements: [deleteOverride(db, overrideId)],
    touches: { kind: 'SCHEDULE', id },
  });
  return ok(null);
}
