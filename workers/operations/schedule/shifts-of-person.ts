import { coversAskedBy } from '../../../db/repositories/cover-requests';
import { schedulesOfPerson, toSchedule } from '../../../db/repositories/schedules';
import { comingTimeOff } from '../../../db/repositories/time-off';
import { findUser } from '../../../db/repositories/users';
import { refuse } from '../../../domain/access/permissions';
import { stateAt } from '../../../domain/cover/request';
import { shifts } from '../../../domain/schedule/shifts';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import { DAY, type Instant, toIso } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import type { ScheduleRef } from '../cover/view';
import { staffOf } from './staffed';

/** `away`: the time off that touches the shift. `cover`: the open request for it, or for a part of it. */
export type PersonShiftsView = {
  from: string;
  to: string;
  data: {
    schedule: ScheduleRef;
    start: string;
    end: string;
    away: { id: string; start: string; end: string } | null;
    cover: { id: string; isExchange: boolean } | null;
  }[];
};

const USUAL = 60 * DAY;

/**
 * One person's shifts on all schedules in [from, to), at most 400 days, by start; the next 60 days if left out. Cut at
 * both ends. Failures: forbidden, not-found.
 */
export async function shiftsOfPerson(
  context: Context,
  { id, from = context.now, to = from + USUAL }: IdInput & { from?: Instant | undefined; to?: Instant | undefined },
): Promise<Result<PersonShiftsView>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  if (!(await findUser(db, id))) return err(notFound('person'));
  const [stored, away, asked] = await Promise.all([
    schedulesOfPerson(db, id, from),
    comingTimeOff(db, id, from),
    coversAskedBy(db, id, from),
  ]);
  const { isActive } = await staffOf(db, stored);
  const open = asked.filter((request) => stateAt(request, now) === 'OPEN');
  const data = stored.flatMap((schedule) =>
    shifts(toSchedule(schedule), from, to, isActive)
      .filter(({ user }) => user === id)
      .map(({ start, end }) => {
        const off = away.find((one) => one.startAt < end && one.endAt > start);
        const cover = open.find((one) => one.scheduleId === schedule.id && one.startAt < end && one.endAt > start);
        return {
          schedule: { id: schedule.id, name: schedule.name, timezone: schedule.timezone },
          start: toIso(start),
          end: toIso(end),
          away: off ? { id: off.id, start: toIso(off.startAt), end: toIso(off.endAt) } : null,
          cover: cover ? { id: cover.id, isExchange: cover.returnStartAt !== null } : null,
        };
      }),
  );
  data.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.schedule.name < b.schedule.name ? -1 : 1));
  return ok({ from: toIso(from), to: toIso(to), data });
}
