import { expect, it } from 'vitest';
import { lookAfter, reconnectAfter } from './live';

it.each([
  { failures: 1, random: 0, after: 1_000 },
  { failures: 1, random: 1, after: 2_000 },
  { failures: 4, random: 1, after: 16_000 },
  { failures: 40, random: 1, after: 30_000 },
])('after $failures failures in a row it is tried again in $after ms', ({ failures, random, after }) => {
  expect(reconnectAfter(failures, random)).toBe(after);
});

it('looks soon after one change, and once a second while they storm in', () => {
  expect(lookAfter(0, 50_000)).toBe(150);
  expect(lookAfter(50_000, 50_100)).toBe(900);
});
