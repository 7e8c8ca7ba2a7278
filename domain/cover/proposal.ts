import type { Shift } from '../schedule/shifts';
import { joinSpans, lengthInBoth, lengthOf, type Span } from '../schedule/span';

/** Why somebody cannot stand in: on call elsewhere, or away, for a part of the time at least. */
export type Busy = 'on-call' | 'away';

/** Somebody who could stand in. `load`: milliseconds on call on this schedule in the stretch that was counted. */
export type Candidate = { user: string; busy: Busy | null; load: number };

export type CandidateFacts = {
  /** Everybody of the schedule but the one who is away, each once. */
  people: readonly string[];
  /** Shifts on every schedule that touch the span. */
  shifts: readonly Shift[];
  away: readonly (Span & { user: string })[];
  /** Shifts on this schedule, past and to come, for weighing. */
  weighed: readonly Shift[];
};

/**
 * Who could take `span`, the best first: whoever is free before whoever is on call or away then; among them whoever
 * carries least of this schedule; then by id, so that the order is always the same.
 */
export function candidatesFor(span: Span, { people, shifts, away, weighed }: CandidateFacts): Candidate[] {
  const touches = (one: Span & { user: string }, user: string): boolean =>
    one.user === user && lengthInBoth([one], [span]) > 0;
  return people
    .map((user): Candidate => {
      const own = weighed.filter((shift) => shift.user === user).map(({ start, end }) => ({ start, end }));
      const busy = away.some((one) => touches(one, user))
        ? 'away'
        : shifts.some((one) => touches(one, user))
          ? 'on-call'
          : null;
      return { user, busy, load: lengthOf(joinSpans(own)) };
    })
    .sort((a, b) => Number(a.busy !== null) - Number(b.busy !== null) || a.load - b.load || (a.user < b.user ? -1 : 1));
}
