import type { Statement } from '../../../db/repositories/batch';
import { insertOverrides, type StoredOverride, touchSchedule } from '../../../db/repositories/schedules';
import { actorRef } from '../../../domain/access/actor';
import { type CoverRequest, handoversOf, isOnCallFor } from '../../../domain/cover/request';
import { shifts } from '../../../domain/schedule/shifts';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { refuseCostly } from '../schedule/limits';
import { refuseTooMany } from '../schedule/override-guard';
import { findStaffed } from '../schedule/staffed';

/**
 * The overrides by which what was taken changes hands, each in place of its owner alone; for the batch that stores the
 * request. Failures: not-found, conflict (a shift has become somebody else's; too many overrides), invalid.
 */
export async function coverOverrides(context: Context, request: CoverRequest): Promise<Result<Statement[]>> {
  const { actor, db, now } = context;
  const { scheduleId } = request;
  const handovers = handoversOf(request, now);
  const found = await findStaffed(context, scheduleId, Math.min(...handovers.map(({ span }) => span.start)));
  if (!found) return err(notFound('schedule'));
  const isTheirs = ({ from, span }: (typeof handovers)[number]): boolean =>
    isOnCallFor(
      span,
      shifts(found.schedule, span.start, span.end, found.isActive).filter(({ user }) => user === from),
    );
  const gone = handovers.find((one) => !isTheirs(one));
  if (gone) {
    const whose = gone.from === request.userId ? 'of who asked' : 'that was to be given in return';
    return err(failure('conflict', `The schedule has changed: this is not the shift ${whose} any more.`));
  }
  const overrides = handovers.map(
    ({ overrideId, from, to, span }): StoredOverride => ({
      id: overrideId,
      scheduleId,
      userId: to,
      replacesUserId: from,
      startAt: span.start,
      endAt: span.end,
      createdAt: now,
      createdBy: actorRef(actor).id ?? null,
    }),
  );
  const unfit =
    (await refuseTooMany(context, scheduleId, overrides.length)) ??
    refuseCostly({ ...found.stored, overrides: [...found.stored.overrides, ...overrides] }, now);
  if (unfit) return err(unfit);
  return ok([...insertOverrides(db, overrides), touchSchedule(db, scheduleId, now)]);
}
