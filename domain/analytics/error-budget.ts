import { joinSpans, lengthOf, type Span } from '../schedule/span';
import type { Instant } from '../shared/time';

/** When a service was down: one incident's time, null while it is not resolved. */
export type Outage = { openedAt: Instant; resolvedAt: Instant | null };

export type ErrorBudget = {
  /** All in milliseconds. `left` is below 0 once more than the budget is used. */
  budget: number;
  down: number;
  left: number;
  /** The part of [from, until) in which it was not down, 0 to 1. */
  availability: number | null;
};

/**
 * How much of what a service may be down in [from, to) it was. Down is every moment with an incident of the kinds that
 * count (urgency HIGH); overlapping ones count once, and what has not happened yet not at all.
 */
export function errorBudget(
  outages: readonly Outage[],
  { from, to, target, now }: { from: Instant; to: Instant; target: number; now: Instant },
): ErrorBudget {
  const until = Math.min(to, now);
  const spans = outages
    .map(
      ({ openedAt, resolvedAt }): Span => ({
        start: Math.max(openedAt, from),
        end: Math.min(resolvedAt ?? until, until),
      }),
    )
    .filter(({ start, end }) => end > start);
  const down = lengthOf(joinSpans(spans));
  const budget = (to - from) * (1 - target);
  return { budget, down, left: budget - down, availability: until > from ? 1 - down / (until - from) : null };
}
