import { expect, it } from 'vitest';
import { atRanks, distributionOf } from './samples';

/** Numbers that look random, the same in every run: most are short, one in fifty is days long. */
function durations(n: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length: n }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state % 50 === 0 ? state % 3_000_000 : state % 4000;
  });
}

it.each([1, 2, 4999, 5000, 5001, 20_000])('tells of %i samples what sorting them tells', (n) => {
  const all = durations(n, n);
  const sorted = all.toSorted((a, b) => a - b);
  const cut = Math.floor(n / 3);
  const lists = [all.slice(0, cut), [], all.slice(cut)];
  const ranks = [0, Math.floor(n / 4), Math.floor(n / 2), Math.floor(n * 0.98), n - 1];
  expect(atRanks(lists, n, ranks)).toEqual(ranks.map((rank) => sorted[rank]));
  expect(distributionOf(lists)).toEqual({
    n,
    mean: sorted.reduce((sum, one) => sum + one, 0) / n,
    median: ((sorted[Math.floor((n - 1) / 2)] ?? 0) + (sorted[Math.floor(n / 2)] ?? 0)) / 2,
    p90: sorted[Math.ceil(n * 0.9) - 1],
    p95: sorted[Math.ceil(n * 0.95) - 1],
  });
});

it('tells milliseconds in seconds', () => {
  expect(distributionOf([[1500, 2500]], 1000)).toEqual({ n: 2, mean: 2, median: 2, p90: 2.5, p95: 2.5 });
});
