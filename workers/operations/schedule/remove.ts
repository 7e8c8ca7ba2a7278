import { deleteFeedsOf } from '../../../db/repositories/calendar-feeds';
import { deleteSchedule, findSchedule } from '../../../db/repositories/schedules';
import { usesOfSchedule } from '../../../db/repositories/usage';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { inUse, notFound } from '../config/failures';
import { saveChange } from '../config/save';

/** Deletes a schedule that nothing pages, with its overrides. Failures: forbidden, not-found, in-use. */
export async function removeSchedule(context: Context, { id }: IdInput): Promise<Result<null>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findSchedule(db, id, now);
  if (!before) return err(notFound('schedule'));
  const used = inUse('schedule', before.name, await usesOfSchedule(db, id));
  if (used) return err(used);
  await saveChange(context, {
    action: 'schedule.remove',
    targetKind: 'schedule',
    targetId: id,
    before,
    statements: [deleteSchedule(db, id), deleteFeedsOf(db, { kind: 'SCHEDULE', targetId: id })],
    touches: 'none',
  });
  return ok(null);
}
