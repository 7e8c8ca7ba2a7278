import type { Span } from '../../../domain/schedule/span';
import { HOUR, MINUTE } from '../../../domain/shared/time';
import type { View } from './view-range';

/** To what a drag snaps: what a hand can aim at in each view. */
export const SNAP: Record<View, number> = { day: 15 * MINUTE, week: HOUR, '2weeks': 2 * HOUR, month: 6 * HOUR };

/**
 * The stretch between two places of the picture (0 to 1, in any order), snapped; at least one step long. Counted from
 * the start of the range, which is a midnight: so hours stay whole also beyond a change of the clock.
 */
export function dragSpan(one: number, other: number, range: Span, step: number): Span {
  const steps = Math.ceil((range.end - range.start) / step);
  const place = (at: number) => (Math.min(Math.max(at, 0), 1) * (range.end - range.start)) / step;
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  const first = Math.min(Math.round(place(low)), steps - 1);
  const last = Math.max(Math.round(place(high)), first + 1);
  return { start: range.start + first * step, end: Math.min(range.start + last * step, range.end) };
}
