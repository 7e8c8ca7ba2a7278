import { expect, it } from 'vitest';
import { weekly } from './bars';

it('draws a bar a day for 90 days and a bar a week for a year, losing nothing', () => {
  const days = (n: number) => Array.from({ length: n }, (_, day) => ({ day, all: day, part: 1 }));
  expect(weekly(days(90))).toMatchObject({ isWeekly: false, bars: { length: 90 } });
  const { bars, isWeekly } = weekly(days(365));
  expect([bars.length, isWeekly]).toEqual([53, true]);
  expect(bars.reduce((sum, { all }) => sum + all, 0)).toBe((364 * 365) / 2);
  expect(bars.at(-1)).toEqual({ day: 364, all: 364, part: 1 });
});
