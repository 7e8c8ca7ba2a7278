import { deleteOverride, findOverride, touchSchedule } from '../../../db/repositories/schedules';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { saveChange } from '../config/save';
import { refuseOverride, wishOf } from './override-guard';

/** Takes an override back; who may make it may do so. Failures: forbidden, not-found. */
export async function removeOverride(
  context: Context,
  { id, overrideId }: { id: string; overrideId: string },
): Promise<Result<null>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const before = await findOverride(db, overrideId);
  if (before?.scheduleId !== id) return err(notFound('override'));
  const notOwn = await refuseOverride(context, id, wishOf(before), overrideId);
  if (notOwn) return err(notOwn);
  await saveChange(context, {
    action: 'schedule.override-removed',
    targetKind: 'schedule',
    targetId: id,
    before,
    statements: [deleteOverride(db, overrideId), touchSchedule(db, id, now)],
    touches: { kind: 'SCHEDULE', id },
  });
  return ok(null);
}
