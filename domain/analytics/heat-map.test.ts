import { expect, it } from 'vitest';
import { HOUR } from '../shared/time';
import { countsOfCell, heatMapOf, shadeOf } from './heat-map';

const MONDAY = Date.UTC(2026, 9, 19);
const hourOf = (weekday: number, hour: number, map: ReturnType<typeof heatMapOf>) => map.hours[weekday]?.[hour];

it('counts each interruption on the weekday and hour of whoever it reached', () => {
  const zones: Record<string, string> = { ana: 'Europe/Berlin', raj: 'Asia/Kolkata', liv: 'America/New_York' };
  const at = MONDAY + 21 * HOUR + 45 * 60_000;
  const map = heatMapOf(
    [
      { userId: 'ana', at, count: 2 },
      { userId: 'raj', at, count: 3 },
      { userId: 'liv', at, count: 4 },
    ],
    (user) => zones[user] ?? 'UTC',
  );
  // 23:45 on Monday, 03:15 on Tuesday, 17:45 on Monday.
  expect([hourOf(0, 23, map), hourOf(1, 3, map), hourOf(0, 17, map)]).toEqual([2, 3, 4]);
  expect(map.total).toBe(9);
  expect(map.hours.flat().reduce((sum, n) => sum + n, 0)).toBe(9);
});

it('follows a clock change, and leaves an hour empty that a day does not have', () => {
  // Berlin, the last Sunday of October: 02:30 comes twice, first in summer time.
  const sunday = Date.UTC(2026, 9, 25);
  const autumn = heatMapOf(
    [
      { userId: 'ana', at: sunday + 30 * 60_000, count: 1 },
      { userId: 'ana', at: sunday + HOUR + 30 * 60_000, count: 1 },
    ],
    () => 'Europe/Berlin',
  );
  expect(hourOf(6, 2, autumn)).toBe(2);
  const spring = Date.UTC(2027, 2, 28);
  const jumped = heatMapOf(
    [
      { userId: 'ana', at: spring + 30 * 60_000, count: 1 },
      { userId: 'ana', at: spring + HOUR + 30 * 60_000, count: 1 },
    ],
    () => 'Europe/Berlin',
  );
  expect([hourOf(6, 1, jumped), hourOf(6, 2, jumped), hourOf(6, 3, jumped)]).toEqual([1, 0, 1]);
});

it('shades by the quarter of the most that a value reaches', () => {
  expect([0, 1, 24, 25, 50, 74, 75, 100].map((value) => shadeOf(value, 100))).toEqual([0, 1, 1, 2, 3, 3, 4, 4]);
});

it('knows of each cell which interruptions it was made of, also over a clock change', () => {
  const sunday = Date.UTC(2026, 9, 25);
  const counts = Array.from({ length: 7 * 96 }, (_, i) => ({
    userId: i % 3 === 0 ? 'ana' : 'raj',
    at: sunday - 3 * 24 * HOUR + i * 15 * 60_000,
    count: 1 + (i % 4),
  }));
  const zoneOf = (user: string) => (user === 'ana' ? 'Europe/Berlin' : 'Asia/Kolkata');
  const map = heatMapOf(counts, zoneOf);
  map.hours.forEach((hours, weekday) => {
    hours.forEach((value, hour) => {
      const behind = countsOfCell(counts, zoneOf, { weekday, hour });
      expect(behind.reduce((sum, { count }) => sum + count, 0)).toBe(value);
    });
  });
});
