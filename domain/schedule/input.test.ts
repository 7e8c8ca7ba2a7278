import { describe, expect, it } from 'vitest';
import { overrideInput } from './input';

const start = '2026-11-23T09:00:00Z';
const end = '2026-11-23T10:00:00+01:00';
const later = '2026-11-23T10:00:00Z';

describe('the input of an override', () => {
  it('takes the words of the API and those of the schedule format', () => {
    const expected = { userId: 'a', replacesUserId: 'b', start: Date.parse(start), end: Date.parse(later) };
    expect(overrideInput.parse({ userId: 'a', replacesUserId: 'b', start, end: later })).toEqual(expected);
    expect(overrideInput.parse({ user: 'a', replaces: 'b', start, end: later })).toEqual(expected);
  });

  it('knows nobody from not said', () => {
    expect(overrideInput.parse({ userId: null, start, end: later }).userId).toBeNull();
    expect(overrideInput.safeParse({ start, end: later }).success).toBe(false);
  });

  it('ends after it has begun, whatever the offsets', () => {
    expect(overrideInput.safeParse({ userId: 'a', start, end }).success).toBe(false);
    expect(overrideInput.safeParse({ userId: 'a', start, end: '2026-11-24' }).success).toBe(false);
  });
});
