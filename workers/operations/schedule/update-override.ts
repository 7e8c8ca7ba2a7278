import {
  findOverride,
  findSchedule,
  replaceOverride,
  type StoredOverride,
  touchSchedule,
} from '../../../db/repositories/schedules';
import { refuse } from '../../../domain/access/permissions';
import type { UpdateOverrideInput } from '../../../domain/schedule/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { refuseCostly } from './limits';
import { refuseOverride, wishOf } from './override-guard';
import { peopleInOverride } from './references';
import { type OverrideView, overrideViewOf } from './view';

/**
 * Changes an override, which keeps its rank among those that overlap; what is left out stays. Who may make both the old
 * and the new one may do so. Failures: forbidden, not-found, invalid (people, times).
 */
export async function updateOverride(
  context: Context,
  { id, overrideId, ...input }: UpdateOverrideInput & { id: string; overrideId: string },
): Promise<Result<OverrideView>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const [schedule, before] = [await findSchedule(db, id, now), await findOverride(db, overrideId)];
  if (!schedule || before?.scheduleId !== id) return err(notFound('override'));
  const after: StoredOverride = {
    ...before,
    userId: input.userId === undefined ? before.userId : input.userId,
    replacesUserId: input.replacesUserId === undefined ? before.replacesUserId : input.replacesUserId,
    startAt: input.start ?? before.startAt,
    endAt: input.end ?? before.endAt,
  };
  if (after.endAt <= after.startAt) return err(invalidField('end', 'Must be later than the start'));
  const others = schedule.overrides.filter((override) => override.id !== overrideId);
  const unfit =
    (await refuseOverride(context, id, wishOf(before), overrideId)) ??
    (await refuseOverride(context, id, wishOf(after), overrideId)) ??
    (await missingFailure(context, peopleInOverride(wishOf(after)))) ??
    refuseCostly({ ...schedule, overrides: [...others, after] }, now);
  if (unfit) return err(unfit);
  await saveChange(context, {
    action: 'schedule.override-changed',
    targetKind: 'schedule',
    targetId: id,
    before,
    after,
    statements: [replaceOverride(db, after), touchSchedule(db, id, now)],
    touches: { kind: 'SCHEDULE', id },
  });
  return ok(overrideViewOf(after));
}
