import { coversAskedBy } from '../../../db/repositories/cover-requests';
import { allSchedules, type StoredSchedule, toSchedule } from '../../../db/repositories/schedules';
import { awayBetween, findTimeOff } from '../../../db/repositories/time-off';
import { refuse } from '../../../domain/access/permissions';
import { type Busy, candidatesFor } from '../../../domain/cover/proposal';
import { stateAt } from '../../../domain/cover/request';
import type { IsAvailable } from '../../../domain/schedule/schedule';
import { type Shift, shifts } from '../../../domain/schedule/shifts';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import { DAY, HOUR, type Instant, toIso } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import type { ScheduleRef } from '../cover/view';
import { everybodyIn, type PersonRef, staffOf } from '../schedule/staffed';
import { type TimeOffView, timeOffViews } from './view';

/** Who could take a shift, the best first. `hours`: what they carry of that schedule in the 120 days around now. */
export type CandidateView = { user: PersonRef; busy: Busy | null; hours: number };

/** The part of a shift that falls into the time off. `cover`: the open request for it. */
export type ProposalView = {
  schedule: ScheduleRef;
  start: string;
  end: string;
  cover: { id: string } | null;
  candidates: CandidateView[];
};

/** `more`: there are more shifts than are listed. */
export type ProposalsView = { timeOff: TimeOffView; data: ProposalView[]; more: boolean };

const MOST_SHIFTS = 30;
const PAST = 90 * DAY;
const FUTURE = 30 * DAY;

/**
 * For each shift that falls into somebody's time off: who of the others could take it, whoever is free and carries least
 * first. At most 30 shifts, by start. Nothing is changed or asked by it. Failures: forbidden, not-found.
 */
export async function coverProposals(context: Context, { id }: IdInput): Promise<Result<ProposalsView>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const off = await findTimeOff(db, id);
  const [timeOff] = off ? await timeOffViews(context, [off]) : [];
  if (!off || !timeOff) return err(notFound('time off'));

  const span = { start: Math.max(off.startAt, now), end: off.endAt };
  const schedules = await allSchedules(db, now - PAST);
  const { isActive, refOf } = await staffOf(db, schedules);
  const missed = schedules
    .filter((stored) => everybodyIn(stored).includes(off.userId))
    .flatMap((stored) =>
      shiftsIn(stored, span.start, span.end, isActive)
        .filter(({ user }) => user === off.userId)
        .map((shift) => ({ ...shift, stored })),
    )
    .sort((a, b) => a.start - b.start);
  const listed = missed.slice(0, MOST_SHIFTS);
  const last = Math.max(span.start, ...listed.map(({ end }) => end));
  const busy = listed.length === 0 ? [] : schedules.flatMap((stored) => shiftsIn(stored, span.start, last, isActive));
  const people = [...new Set(listed.flatMap(({ stored }) => everybodyIn(stored)))];
  const [away, asked] = await Promise.all([awayBetween(db, people, span), coversAskedBy(db, off.userId, now)]);
  const facts = {
    shifts: busy,
    away: away.map(({ userId, startAt, endAt }) => ({ user: userId, start: startAt, end: endAt })),
  };
  const weighedOf = new Map<string, Shift[]>();
  const weighed = (stored: StoredSchedule): Shift[] => {
    const known = weighedOf.get(stored.id) ?? shiftsIn(stored, now - PAST, now + FUTURE, isActive);
    weighedOf.set(stored.id, known);
    return known;
  };
  const data = listed.map(({ stored, start, end }): ProposalView => {
    const others = everybodyIn(stored).filter((user) => user !== off.userId && isActive(user));
    const cover = asked.find(
      (one) => one.scheduleId === stored.id && stateAt(one, now) === 'OPEN' && one.startAt < end && one.endAt > start,
    );
    return {
      schedule: { id: stored.id, name: stored.name, timezone: stored.timezone },
      start: toIso(start),
      end: toIso(end),
      cover: cover ? { id: cover.id } : null,
      candidates: candidatesFor({ start, end }, { ...facts, people: others, weighed: weighed(stored) }).map(
        ({ user, busy: why, load }) => ({ user: refOf(user), busy: why, hours: Math.round(load / HOUR) }),
      ),
    };
  });
  return ok({ timeOff, data, more: missed.length > listed.length });
}

const shiftsIn = (stored: StoredSchedule, from: Instant, to: Instant, isActive: IsAvailable): Shift[] =>
  shifts(toSchedule(stored), from, to, isActive);
