import { expect, it } from 'vitest';
import { changeOf, figureWords, lengthWords, NOTHING, periodWords, shareWords } from './words';

it.each([
  [0, '0 sec'],
  [2.4, '2.4 sec'],
  [48, '48 sec'],
  [260, '4 min 20 sec'],
  [7500, '2 hr 5 min'],
  [3 * 86_400, '3 days'],
  [null, NOTHING],
])('says %s seconds as %s', (seconds, words) => {
  expect(lengthWords(seconds, 'en')).toBe(words);
});

it('says a length shorter where there is less room', () => {
  expect(lengthWords(1648, 'en', 'narrow')).toBe('27m 28s');
  expect(lengthWords(0.7, 'en', 'narrow')).toBe('0.7s');
  expect(figureWords({ kind: 'duration', value: 7500, n: 3 }, 'en', 'narrow')).toBe('2h 5m');
});

it('never shows a figure without a sample as a number', () => {
  expect(figureWords({ kind: 'share', value: null, part: 0, n: 0 }, 'en')).toBe('—');
  expect(figureWords({ kind: 'durations', n: 0, mean: null, median: null, p90: null, p95: null }, 'en')).toBe('—');
  expect(shareWords(0.9994, 'en')).toBe('99.94%');
});

it('compares with the period before, in points for shares', () => {
  const share = (value: number) => ({ kind: 'share' as const, value, part: 0, n: 1 });
  const count = (value: number) => ({ kind: 'count' as const, value });
  expect(changeOf(share(0.9), share(0.8), 'more', 'en')).toEqual({ words: '+10 points', good: true });
  expect(changeOf(count(12), count(10), 'less', 'en')).toEqual({ words: '+20 %', good: false });
  expect(changeOf(count(3), count(3), 'less', 'en')).toEqual({ words: 'as before', good: null });
  expect(changeOf({ ...share(0), value: null }, share(1), 'more', 'en')).toBeNull();
});

it('names the days of a period in UTC', () => {
  expect(periodWords({ from: 20758, to: 20788 }, 'en-GB')).toMatch(/^1\s?–\s?30 Nov 2026$/);
});
