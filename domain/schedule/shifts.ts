import type { Instant } from '../shared/time';
import { answersBetween, nowAndNext } from './resolve';
import type { IsAvailable, Schedule } from './schedule';
import { joinSpans, type Span } from './span';

/** One person on call from `start` up to but without `end`. */
export type Shift = Span & { user: string };

/**
 * The shifts of [from, to), by start and then by user (R11): longest runs of one person, over turns, layers and
 * overrides, cut at `from` and `to`. The work grows with the number of turns and windows in the range, so callers
 * limit the range. Throws RangeError for a schedule that `scheduleSchema` would refuse.
 */
export function shifts(schedule: Schedule, from: Instant, to: Instant, isAvailable?: IsAvailable): Shift[] {
  const done: Shift[] = [];
  let running: Shift[] = [];
  for (const { start, end, users } of answersBetween(schedule, from, to, isAvailable)) {
    running = users.map((user) => {
      const shift = running.find((before) => before.user === user);
      if (shift) shift.end = end;
      return shift ?? { user, start, end };
    });
    for (const shift of running) if (shift.start === start) done.push(shift);
  }
  return done.sort((a, b) => a.start - b.start || (a.user < b.user ? -1 : 1));
}

/** When nobody is on call in [from, to), in order (R9, R10n); the complement of `shifts`. */
export function gaps(schedule: Schedule, from: Instant, to: Instant, isAvailable?: IsAvailable): Span[] {
  return joinSpans(
    answersBetween(schedule, from, to, isAvailable)
      .filter(({ users }) => users.length === 0)
      .map(({ start, end }) => ({ start, end })),
  );
}

/**
 * The next instant after `at` at which other people come on call, and who they are ([] if nobody); null if that is
 * more than 366 days away. The same instant as `onCallAt(…).until`.
 */
export function nextHandoff(
  schedule: Schedule,
  at: Instant,
  isAvailable: IsAvailable = () => true,
): { at: Instant; users: string[] } | null {
  const { next } = nowAndNext(schedule, at, isAvailable);
  return next && { at: next.start, users: [...next.users] };
}
