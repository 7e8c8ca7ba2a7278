import { findSchedule, replaceSchedule, type StoredSchedule } from '../../../db/repositories/schedules';
import { refuse } from '../../../domain/access/permissions';
import type { UpdateScheduleInput } from '../../../domain/schedule/input';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { given } from '../config/given';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { peopleInLayers } from './references';
import { type ScheduleView, viewOf } from './view';

/** Changes a schedule; what is left out stays, `layers` replaces all. Failures: forbidden, not-found, invalid. */
export async function updateSchedule(
  context: Context,
  { id, ...input }: UpdateScheduleInput & IdInput,
): Promise<Result<ScheduleView>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findSchedule(db, id, now);
  if (!before) return err(notFound('schedule'));
  const missing = await missingFailure(context, peopleInLayers(input.layers));
  if (missing) return err(missing);
  const after: StoredSchedule = { ...before, ...given(input), updatedAt: now };
  await saveChange(context, {
    action: 'schedule.update',
    targetKind: 'schedule',
    targetId: id,
    before,
    after,
    statements: replaceSchedule(db, after),
    touches: { kind: 'SCHEDULE', id },
  });
  return ok(viewOf(after));
}
