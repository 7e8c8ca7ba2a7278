import type { Statement } from '../../../db/repositories/batch';
import { insertOverride, type StoredOverride, touchSchedule } from '../../../db/repositories/schedules';
import { actorRef } from '../../../domain/access/actor';
import { type CoverRequest, isOnCallFor, leftOf } from '../../../domain/cover/request';
import { shifts } from '../../../domain/schedule/shifts';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { refuseCostly } from '../schedule/limits';
import { refuseTooMany } from '../schedule/override-guard';
import { findStaffed } from '../schedule/staffed';

/**
 * The override by which a shift that was taken becomes the taker's, in place of its owner alone; for the batch that
 * stores the request. Failures: not-found, conflict (the shift has become somebody else's; too many overrides), invalid.
 */
export async function coverOverride(
  context: Context,
  request: CoverRequest,
): Promise<Result<{ override: StoredOverride; statements: Statement[] }>> {
  const { actor, db, now } = context;
  const { scheduleId, userId } = request;
  const left = leftOf(request, now);
  const found = await findStaffed(context, scheduleId, left.start);
  if (!found) return err(notFound('schedule'));
  const own = shifts(found.schedule, left.start, left.end, found.isActive).filter(({ user }) => user === userId);
  if (!isOnCallFor(left, own)) {
    return err(failure('conflict', 'The schedule has changed: this is not the shift of who asked any more.'));
  }
  const override: StoredOverride = {
    id: request.overrideId ?? '',
    scheduleId,
    userId: request.takenBy,
    replacesUserId: userId,
    startAt: left.start,
    endAt: left.end,
    createdAt: now,
    createdBy: actorRef(actor).id ?? null,
  };
  const unfit =
    (await refuseTooMany(context, scheduleId, 1)) ??
    refuseCostly({ ...found.stored, overrides: [...found.stored.overrides, override] }, now);
  if (unfit) return err(unfit);
  return ok({ override, statements: [insertOverride(db, override), touchSchedule(db, scheduleId, now)] });
}
