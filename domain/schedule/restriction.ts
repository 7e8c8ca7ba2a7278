import { DAY, type Instant, MINUTE } from '../shared/time';
import type { ZoneClock } from '../shared/zone';
import { type Restriction, WEEKDAYS } from './schedule';
import { joinSpans, type Span } from './span';

/** A restriction in milliseconds of the wall clock: opens `opensAt` after midnight, every date or on one weekday. */
type Window = { weekday: number | null; opensAt: number; lasts: number };

/** 1970-01-01 was a Thursday. */
const weekdayOf = (date: number): number => (((date + 4) % 7) + 7) % 7;

/**
 * The windows of all restrictions that touch [from, to), whole (not cut at `from` and `to`), joined and in order (R7).
 * Both ends of a window go through R3; one whose end is then not after its start is left out. A date that the zone
 * skips counts as a date: its window is moved to the next one by R3.
 */
export function windowsBetween(
  restrictions: readonly Restriction[],
  clock: ZoneClock,
  from: Instant,
  to: Instant,
): Span[] {
  const firstDate = Math.floor(clock.toWall(from) / DAY);
  const lastDate = Math.floor(clock.toWall(to) / DAY) + 1;
  const spans: Span[] = [];
  for (const { weekday, opensAt, lasts } of restrictions.map(windowOf)) {
    // A gap may hold back an end by a day, and the time of day counts for another.
    const earliest = firstDate - Math.ceil(lasts / DAY) - 2;
    const step = weekday === null ? 1 : 7;
    const first = weekday === null ? earliest : earliest + ((weekday - weekdayOf(earliest) + 7) % 7);
    for (let date = first; date <= lastDate; date += step) {
      const opens = date * DAY + opensAt;
      const start = clock.fromWall(opens);
      const end = clock.fromWall(opens + lasts);
      if (start < to && end > from) spans.push({ start, end });
    }
  }
  return joinSpans(spans);
}

function windowOf(restriction: Restriction): Window {
  const opensAt = minutesOf(restriction.startTime) * MINUTE;
  const weekday = restriction.kind === 'weekly' ? WEEKDAYS.indexOf(restriction.startDay) : null;
  if (restriction.durationMinutes !== undefined)
    return { weekday, opensAt, lasts: restriction.durationMinutes * MINUTE };
  const closesAt = minutesOf(restriction.endTime ?? restriction.startTime) * MINUTE;
  if (restriction.kind === 'daily') return { weekday, opensAt, lasts: wrapped(closesAt - opensAt, DAY) };
  const days = WEEKDAYS.indexOf(restriction.endDay ?? restriction.startDay) - WEEKDAYS.indexOf(restriction.startDay);
  return { weekday, opensAt, lasts: wrapped(days * DAY + closesAt - opensAt, 7 * DAY) };
}

/** R7: an end not later than the start means the next day or week; equal times mean a whole one. */
const wrapped = (lasts: number, period: number): number => (lasts <= 0 ? lasts + period : lasts);

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
