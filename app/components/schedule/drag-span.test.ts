import { expect, it } from 'vitest';
import { HOUR } from '../../../domain/shared/time';
import { dragSpan } from './drag-span';

const WEEK = { start: 0, end: 168 * HOUR };
const hours = (...given: Parameters<typeof dragSpan>) => {
  const { start, end } = dragSpan(...given);
  return [start / HOUR, end / HOUR];
};

it('snaps both ends, whichever way it was dragged', () => {
  expect(hours(12.3 / 168, 20.4 / 168, WEEK, HOUR)).toEqual([12, 20]);
  expect(hours(20.4 / 168, 12.3 / 168, WEEK, HOUR)).toEqual([12, 20]);
});

it('lasts at least a step and stays within what is shown', () => {
  expect(hours(0.5, 0.5, WEEK, HOUR)).toEqual([84, 85]);
  expect(hours(0.9, 7, WEEK, HOUR)).toEqual([151, 168]);
  expect(hours(-3, -2, WEEK, HOUR)).toEqual([0, 1]);
  expect(hours(1, 1, WEEK, HOUR)).toEqual([167, 168]);
});

it('ends with a week of 167 hours too', () => {
  expect(hours(0.99, 1, { start: 0, end: 167 * HOUR }, 2 * HOUR)).toEqual([166, 167]);
});
