import { describe, expect, it } from 'vitest';
import { commitDelay, committed, foldDelay, LOST_FOLD_MS, NO_COMMIT, openingRest, urgentDelay } from './group-commit';

const NOW = 1_000_000;

describe('the wait of a repeat for others', () => {
  it.each([
    ['a lone repeat is written at once', { at: 0, calls: 0 }, 0],
    ['so is one after others that came slowly', { at: NOW - 100, calls: 7 }, 0],
    ['so is one a while after a storm', { at: NOW - 1_000, calls: 64 }, 0],
    ['one shortly after another waits a moment', { at: NOW - 99, calls: 1 }, 10],
    ['in a storm the batch has time to fill', { at: NOW - 999, calls: 8 }, 100],
  ])('%s', (_case, last, wait) => {
    expect(commitDelay(last, NOW)).toBe(wait);
  });
});

describe('the wait of a call that opens or ends something', () => {
  /** Writes of so many calls, each so many milliseconds before now. */
  const past = (...writes: [before: number, calls: number][]) =>
    writes.reduce((last, [before, calls]) => committed(last, calls, NOW - before), NO_COMMIT);

  it.each([
    ['the first is written at once', past(), 0, 0],
    ['so is one shortly after one that came alone', past([10, 1]), 0, 0],
    ['one at the heels of another waits for more of them', past([9, 1]), 5, 0],
    ['so does one while they come several at a time', past([299, 2]), 5, 10],
    ['or close together', past([105, 1], [100, 1]), 5, 10],
    ['also where the last one came alone', past([200, 30], [100, 1]), 5, 10],
    ['and none when that is over', past([400, 64], [300, 64]), 0, 0],
    ['what has just been written alone is handed on at once', past([0, 1]), 5, 0],
  ])('%s, and incidents are opened accordingly', (_case, last, wait, rest) => {
    expect(urgentDelay(last, NOW)).toBe(wait);
    expect(openingRest(last, NOW)).toBe(rest);
  });
});

describe('handing stored repeats on', () => {
  it.each([
    ['soon, where nothing was handed on lately', { at: 0, repeats: 0 }, 1_000],
    ['every ten seconds while they come in small numbers', { at: NOW - 4_000, repeats: 999 }, 6_000],
    ['once a minute in a storm', { at: NOW - 4_000, repeats: 1_000 }, 56_000],
    ['never sooner than in a second', { at: NOW - 9_500, repeats: 5 }, 1_000],
  ])('%s', (_case, last, wait) => {
    expect(foldDelay(last, NOW)).toBe(wait);
    expect(wait).toBeLessThan(LOST_FOLD_MS);
  });
});
