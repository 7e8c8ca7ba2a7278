import { allSchedules, toSchedule } from '../../../db/repositories/schedules';
import { refuse } from '../../../domain/access/permissions';
import { HEALTH_AHEAD } from '../../../domain/schedule/coverage';
import { nowAndNext } from '../../../domain/schedule/resolve';
import { gaps } from '../../../domain/schedule/shifts';
import type { Span } from '../../../domain/schedule/span';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { type PersonRef, staffOf } from './staffed';

/** A schedule in one line. `next` null: nothing changes within 366 days; its `users` are [] if nobody comes on call. */
export type ScheduleOverview = {
  id: string;
  name: string;
  timezone: string;
  users: PersonRef[];
  next: { at: Instant; users: PersonRef[] } | null;
  /** The first stretch of the coming 30 days without anybody. */
  gap: Span | null;
};

/** Every schedule with who is on call, who is next, and its first gap within 30 days; by name. Failure: forbidden. */
export async function scheduleOverview({ actor, db, now }: Context): Promise<Result<ScheduleOverview[]>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const stored = await allSchedules(db, now);
  const { isActive, refOf } = await staffOf(db, stored);
  return ok(
    stored.map((one) => {
      const schedule = toSchedule(one);
      const { now: current, next } = nowAndNext(schedule, now, isActive);
      return {
        id: one.id,
        name: one.name,
        timezone: one.timezone,
        users: current.users.map(refOf),
        next: next && { at: next.start, users: next.users.map(refOf) },
        gap: gaps(schedule, now, now + HEALTH_AHEAD, isActive)[0] ?? null,
      };
    }),
  );
}
