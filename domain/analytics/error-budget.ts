import { joinSpans, lengthOf, type Span } from '../schedule/span';
import type { Instant } from '../shared/time';

/** What a service is measured against while nobody has set anything. */
export const DEFAULT_AVAILABILITY_PERCENT = 99.9;

/** Percent as a part of the time, without the dust of dividing in binary: 99.9 is 0.999. */
export const availabilityTarget = (percent: number = DEFAULT_AVAILABILITY_PERCENT): number =>
  Math.round(percent * 1000) / 100_000;

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
 * count (urgency HIGH); overlapping ones count once, and what has not happened yet not at all. `target` is the part of
 * the time in which it should not be down, above 0 and below 1.
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
