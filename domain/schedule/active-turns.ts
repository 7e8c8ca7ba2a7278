import type { ZoneClock } from '../shared/zone';
import { windowsBetween } from './restriction';
import type { Turns } from './rotation';
import type { Restriction } from './schedule';

/**
 * How many turns of `from <= k < to` reach into a window; a turn without length does if a window lies on both sides
 * of it. Takes time by the number of windows in between, not of turns.
 */
export function countActiveTurns(
  turns: Turns,
  restrictions: readonly Restriction[],
  clock: ZoneClock,
  from: number,
  to: number,
): number {
  if (restrictions.length === 0) return to - from;
  let count = 0;
  let counted = from - 1;
  // A millisecond more on each side, so that windows that meet there are seen as joined.
  for (const window of windowsBetween(restrictions, clock, turns.startOf(from) - 1, turns.startOf(to) + 1)) {
    const first = Math.max(turns.at(window.start), counted + 1);
    const last = Math.min(turns.at(window.end - 1), to - 1);
    if (last < first) continue;
    count += last - first + 1;
    counted = last;
  }
  return count;
}
