import type { Span } from '../../../domain/schedule/span';
import { DAY, HOUR, type Instant } from '../../../domain/shared/time';
import { type ZoneClock, zoneClock } from '../../../domain/shared/zone';

export const VIEWS = ['day', 'week', '2weeks', 'month'] as const;
export type View = (typeof VIEWS)[number];
export const VIEW_WORDS: Record<View, string> = { day: 'Day', week: 'Week', '2weeks': 'Two weeks', month: 'Month' };

/** One local day. It lasts 23 or 25 hours where clocks change: `change` says when, and by how many minutes. */
export type Day = Span & { date: string; hours: number; change: { at: Instant; minutes: number } | null };

/** What a timeline shows: whole local days of a zone. `previous` and `next` are dates to go to. */
export type ViewRange = Span & { view: View; date: string; days: Day[]; previous: string; next: string };

const dateOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10);

/** Midnight of a date such as `2026-11-23` as a wall clock; null for what is no date between 1970 and 2200. */
export function wallOfDate(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const wall = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(wall) || dateOf(wall) !== text || text < '1970' || text > '2200' ? null : wall;
}

/** The date on which an instant falls in a zone. */
export const dateAt = (at: Instant, timeZone: string): string => dateOf(zoneClock(timeZone).toWall(at));

/**
 * The days of a view around a date, on the clock of a zone. Weeks begin on `firstDay` (1 Monday to 7 Sunday); a month
 * is the calendar's own. A date that is none counts as today.
 */
export function viewRange(view: View, date: string, now: Instant, timeZone: string, firstDay = 1): ViewRange {
  const clock = zoneClock(timeZone);
  const wall = wallOfDate(date) ?? startOfDay(clock.toWall(now));
  const [start, length] = spanOf(view, wall, firstDay);
  const days = Array.from({ length }, (_, i) => dayOf(clock, start + i * DAY)).filter(({ end, start }) => end > start);
  const [first, last] = [days[0], days.at(-1)];
  const step = view === 'month' ? null : length * DAY;
  return {
    view,
    date: dateOf(wall),
    days,
    start: first?.start ?? now,
    end: last?.end ?? now + DAY,
    previous: dateOf(step === null ? monthStart(start - DAY) : start - step),
    next: dateOf(start + length * DAY),
  };
}

function spanOf(view: View, wall: number, firstDay: number): [start: number, days: number] {
  switch (view) {
    case 'day':
      return [wall, 1];
    case 'week':
      return [weekStart(wall, firstDay), 7];
    case '2weeks':
      return [weekStart(wall, firstDay), 14];
    case 'month': {
      const start = monthStart(wall);
      const day = new Date(start);
      return [start, (Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1) - start) / DAY];
    }
  }
}

const startOfDay = (wall: number): number => Math.floor(wall / DAY) * DAY;
const weekStart = (wall: number, firstDay: number): number =>
  wall - ((new Date(wall).getUTCDay() - firstDay + 7) % 7) * DAY;
const monthStart = (wall: number): number => {
  const day = new Date(wall);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1);
};

function dayOf(clock: ZoneClock, wall: number): Day {
  const start = clock.fromWall(wall);
  const end = clock.fromWall(wall + DAY);
  return { start, end, date: dateOf(wall), hours: (end - start) / HOUR, change: changeIn(clock, start, end) };
}

/** Where the clocks change between two instants; to the minute. */
function changeIn(clock: ZoneClock, start: Instant, end: Instant): Day['change'] {
  const before = clock.offsetAt(start);
  const after = clock.offsetAt(end - 1);
  if (before === after) return null;
  let [low, high] = [start, end - 1];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2);
    if (clock.offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return { at: Math.round(high / 60_000) * 60_000, minutes: (after - before) / 60_000 };
}

/** Where in a range an instant lies, from 0 to 100; true time, so an hour is as wide on a day of 23 as of 25. */
export const percentOf = (at: Instant, { start, end }: Span): number =>
  Math.round(((Math.min(Math.max(at, start), end) - start) / (end - start)) * 1e5) / 1e3;
