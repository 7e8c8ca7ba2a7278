import { expect, it } from 'vitest';
import { addressOf, firstDayOf, readAddress } from './view-address';

const read = (text: string) => readAddress(new URLSearchParams(text));

it('leaves out of an address what is usual', () => {
  expect(addressOf('sch_1', read(''))).toBe('/schedules/sch_1');
  const address = { view: 'month', date: '2026-11-01', mine: true } as const;
  expect(addressOf('sch_1', address)).toBe('/schedules/sch_1?view=month&date=2026-11-01&time=mine');
  expect(read('view=month&date=2026-11-01&time=mine')).toEqual(address);
});

it('shows a week where the view is unknown', () => {
  expect(read('view=decade').view).toBe('week');
});

it('begins weeks as the country does, and on Monday where none is known', () => {
  expect([firstDayOf('en'), firstDayOf('en-US'), firstDayOf('de-DE')]).toEqual([1, 7, 1]);
});
