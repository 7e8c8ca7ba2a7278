import { describe, expect, it } from 'vitest';
import { commitDelay, foldDelay, incidentsAtOnce, LOST_FOLD_MS, urgentDelay } from './group-commit';

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
  it.each([
    ['the first is written at once', { at: 0, calls: 0 }, 0, 32],
    ['so is one shortly after one that came alone', { at: NOW - 10, calls: 1 }, 0, 32],
    ['one at the heels of another waits for more of them', { at: NOW - 9, calls: 1 }, 5, 12],
    ['so does one while they come several at a time', { at: NOW - 99, calls: 2 }, 5, 12],
    ['and none when that is over', { at: NOW - 100, calls: 64 }, 0, 32],
  ])('%s, and incidents are opened accordingly', (_case, last, wait, atOnce) => {
    expect(urgentDelay(last, NOW)).toBe(wait);
    expect(incidentsAtOnce(last, NOW)).toBe(atOnce);
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
