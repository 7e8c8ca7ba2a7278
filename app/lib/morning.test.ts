import { describe, expect, it } from 'vitest';
import { nextMorning } from './morning';

describe('the next nine o’clock', () => {
  it.each([
    ['Europe/Berlin', '2026-11-23T02:03:28Z', '2026-11-23T08:00:00.000Z'],
    ['Europe/Berlin', '2026-11-23T08:00:00Z', '2026-11-24T08:00:00.000Z'],
    ['Europe/Berlin', '2026-03-28T20:00:00Z', '2026-03-29T07:00:00.000Z'],
    ['Europe/Berlin', '2026-10-24T20:00:00Z', '2026-10-25T08:00:00.000Z'],
    ['America/New_York', '2026-11-23T02:03:28Z', '2026-11-23T14:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-23T02:03:28Z', '2026-11-23T03:30:00.000Z'],
  ])('in %s after %s', (zone, now, expected) => {
    expect(new Date(nextMorning(Date.parse(now), zone)).toISOString()).toBe(expected);
  });
});
