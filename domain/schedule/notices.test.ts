import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../shared/time';
import { dueNotices, nextNotice, shiftChanges } from './notices';

const start = 100 * DAY;
const shift = { user: 'ana', start, end: start + 7 * DAY };
const due = (since: number, now: number) => dueNotices([shift], since, now).map(({ lead, useful }) => [lead, useful]);

describe('a notice of a shift', () => {
  it('falls due a day and an hour before it, and at its start, each once', () => {
    expect(due(start - DAY - 1, start - DAY)).toEqual([['day', true]]);
    expect(due(start - DAY, start - DAY + MINUTE)).toEqual([]);
    expect(due(start - HOUR - MINUTE, start - HOUR)).toEqual([['hour', true]]);
    expect(due(start - MINUTE, start)).toEqual([['start', true]]);
  });

  it('that comes late is still sent while it is true, and only the latest one is', () => {
    expect(due(start - 2 * DAY, start - 3 * HOUR)).toEqual([['day', true]]);
    expect(due(start - 2 * DAY, start - MINUTE)).toEqual([
      ['day', false],
      ['hour', true],
    ]);
    expect(due(start - 2 * DAY, start + HOUR)).toEqual([
      ['day', false],
      ['hour', false],
      ['start', true],
    ]);
    expect(due(start - MINUTE, start + 4 * HOUR)).toEqual([['start', false]]);
  });

  it('is of no use once a short shift is over', () => {
    const short = { user: 'ana', start, end: start + HOUR };
    expect(dueNotices([short], start - MINUTE, start + HOUR)).toMatchObject([{ lead: 'start', useful: false }]);
  });

  it('says when the next one falls due', () => {
    expect(nextNotice([shift], start - 2 * DAY)).toBe(start - DAY);
    expect(nextNotice([shift], start - HOUR)).toBe(start);
    expect(nextNotice([shift], start)).toBe(null);
  });
});

describe('a change of shifts', () => {
  const window = { start: 0, end: 100 };
  it('names those whose hours changed, and nobody else', () => {
    const before = [
      { user: 'ana', start: 0, end: 50 },
      { user: 'bo', start: 50, end: 100 },
      { user: 'cy', start: 0, end: 100 },
    ];
    const after = [
      { user: 'ana', start: 0, end: 40 },
      { user: 'bo', start: 40, end: 150 },
      { user: 'cy', start: 0, end: 60 },
      { user: 'cy', start: 60, end: 100 },
    ];
    expect(shiftChanges(before, after, window)).toEqual([
      { user: 'ana', gains: [], loses: [{ start: 40, end: 50 }] },
      { user: 'bo', gains: [{ start: 40, end: 50 }], loses: [] },
    ]);
  });

  it('leaves out what people were told already', () => {
    const before = [{ user: 'ana', start: 0, end: 50 }];
    const after = [{ user: 'bo', start: 0, end: 50 }];
    const told = ['ana', 'bo'].map((user) => ({ user, start: 0, end: 50 }));
    expect(shiftChanges(before, after, window, told)).toEqual([]);
  });
});
