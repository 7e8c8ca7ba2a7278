import { DAY, HOUR, type Instant, MINUTE } from '../shared/time';
import { zoneClock } from '../shared/zone';

/** How often a person was interrupted within one quarter of an hour, which begins at `at`. */
export type InterruptionCount = { userId: string; at: Instant; count: number };

/**
 * Interruptions by weekday (0: Monday) and hour of the day: `hours[weekday][hour]`. All of them together are the
 * interruptions of the period.
 */
export type HeatMap = { hours: number[][]; total: number };

/** Every zone of today is a multiple of it away from UTC, so that each quarter falls into one hour everywhere. */
export const QUARTER = 15 * MINUTE;

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Weekday (0: Monday) and hour on the wall clock of `zone`. */
function cellAt(at: Instant, zone: string): { weekday: number; hour: number } {
  const wall = zoneClock(zone).toWall(at);
  return {
    weekday: (new Date(wall).getUTCDay() + 6) % 7,
    hour: Math.floor((((wall % DAY) + DAY) % DAY) / HOUR),
  };
}

/** Those of the counts that one cell of the map was made of. */
export const countsOfCell = <Count extends InterruptionCount>(
  counts: readonly Count[],
  zoneOf: (userId: string) => string,
  cell: { weekday: number; hour: number },
): Count[] =>
  counts.filter(({ userId, at }) => {
    const { weekday, hour } = cellAt(at, zoneOf(userId));
    return weekday === cell.weekday && hour === cell.hour;
  });

/** The heat map of these counts, each on the wall clock of whoever was interrupted. */
export function heatMapOf(counts: readonly InterruptionCount[], zoneOf: (userId: string) => string): HeatMap {
  const hours = WEEKDAYS.map(() => Array.from({ length: 24 }, () => 0));
  for (const { userId, at, count } of counts) {
    const { weekday, hour } = cellAt(at, zoneOf(userId));
    const row = hours[weekday];
    if (row) row[hour] = (row[hour] ?? 0) + count;
  }
  return { hours, total: counts.reduce((sum, { count }) => sum + count, 0) };
}

/** How dark a cell is, 0 (nothing) to 4 (at least three quarters of the most). */
export const shadeOf = (value: number, most: number): 0 | 1 | 2 | 3 | 4 => {
  if (value <= 0 || most <= 0) return 0;
  return Math.min(4, 1 + Math.floor((value / most) * 4)) as 1 | 2 | 3 | 4;
};
