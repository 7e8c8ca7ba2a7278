import { describe, expect, it } from 'vitest';
import { WEEKDAYS } from '../schedule/schedule';
import {
  digestAt,
  mutedBy,
  NO_PREFERENCES,
  type QuietHours,
  quietHoursInput,
  quietUntil,
  timingOf,
} from './preferences';

const at = (text: string): number => Date.parse(text);
const nights: QuietHours = { startTime: '22:00', endTime: '07:00', days: [...WEEKDAYS] };
const BERLIN = 'Europe/Berlin';
const quietIn = (hours: QuietHours, zone: string, text: string) => {
  const until = quietUntil(hours, zone, at(text));
  return until === null ? null : new Date(until).toISOString();
};

describe('quiet hours', () => {
  it('are those of the person’s own clock, over midnight', () => {
    expect(quietIn(nights, BERLIN, '2026-11-23T21:30:00Z')).toBe('2026-11-24T06:00:00.000Z');
    expect(quietIn(nights, BERLIN, '2026-11-24T05:59:59Z')).toBe('2026-11-24T06:00:00.000Z');
    expect(quietIn(nights, BERLIN, '2026-11-24T06:00:00Z')).toBeNull();
    expect(quietIn(nights, 'Asia/Tokyo', '2026-11-23T13:00:00Z')).toBe('2026-11-23T22:00:00.000Z');
    expect(quietIn(nights, 'Asia/Tokyo', '2026-11-24T06:00:00Z')).toBeNull();
  });

  it('end at seven on the clock also in the nights in which it changes', () => {
    // Berlin: 29 March 2026 has 23 hours, 25 October 2026 has 25.
    expect(quietIn(nights, BERLIN, '2026-03-28T22:00:00Z')).toBe('2026-03-29T05:00:00.000Z');
    expect(quietIn(nights, BERLIN, '2026-10-24T22:00:00Z')).toBe('2026-10-25T06:00:00.000Z');
  });

  it('that begin in the hour which a clock skips begin after it', () => {
    const odd: QuietHours = { startTime: '02:30', endTime: '04:00', days: ['sunday'] };
    expect(quietIn(odd, BERLIN, '2026-03-29T01:29:00Z')).toBeNull();
    expect(quietIn(odd, BERLIN, '2026-03-29T01:30:00Z')).toBe('2026-03-29T02:00:00.000Z');
  });

  it('count for the day on which they begin', () => {
    const friday: QuietHours = { ...nights, days: ['friday'] };
    expect(quietIn(friday, 'UTC', '2026-11-28T06:00:00Z')).toBe('2026-11-28T07:00:00.000Z');
    expect(quietIn(friday, 'UTC', '2026-11-28T22:00:00Z')).toBeNull();
  });

  it('cannot be without an end', () => {
    expect(quietHoursInput.safeParse({ ...nights, endTime: '22:00' }).success).toBe(false);
  });
});

describe('a page', () => {
  const person = { timezone: BERLIN, preferences: { ...NO_PREFERENCES, quietHours: nights } };
  const night = at('2026-11-24T02:00:00Z');

  it('of urgency HIGH is never held back', () => {
    const mutes = [{ serviceId: 'svc_1', until: night + 1 }];
    const all = { ...person, preferences: { quietHours: nights, lowDigest: { every: 'hour' as const }, mutes } };
    expect(timingOf(all, 'HIGH', night)).toEqual({ kind: 'now' });
    expect(mutedBy(all, 'HIGH', 'svc_1', night)).toBeNull();
  });

  it('of another urgency waits for the end of the quiet hours, and the reason is told', () => {
    const until = at('2026-11-24T06:00:00Z');
    expect(timingOf(person, 'MEDIUM', night)).toEqual({ kind: 'quiet', until, reason: 'quiet hours 22:00–07:00' });
    expect(timingOf(person, 'MEDIUM', until)).toEqual({ kind: 'now' });
  });

  it('of urgency LOW is told in the digest, where the person wants one, and that never in quiet hours', () => {
    const digest = { ...person, preferences: { ...person.preferences, lowDigest: { every: 'hour' as const } } };
    expect(timingOf(digest, 'LOW', at('2026-11-24T10:20:00Z'))).toMatchObject({
      kind: 'digest',
      at: at('2026-11-24T11:00:00Z'),
    });
    expect(timingOf(digest, 'LOW', night)).toMatchObject({ kind: 'digest', at: at('2026-11-24T06:00:00Z') });
    expect(timingOf(digest, 'MEDIUM', at('2026-11-24T10:20:00Z'))).toEqual({ kind: 'now' });
  });

  it('of a muted service is for somebody else, until the mute ends', () => {
    const muted = {
      timezone: BERLIN,
      preferences: { ...NO_PREFERENCES, mutes: [{ serviceId: 'svc_1', until: night }] },
    };
    expect(mutedBy(muted, 'LOW', 'svc_1', night - 1)).toMatchObject({ kind: 'muted', until: night });
    expect(mutedBy(muted, 'LOW', 'svc_1', night)).toBeNull();
    expect(mutedBy(muted, 'LOW', 'svc_2', night - 1)).toBeNull();
  });
});

describe('the digest', () => {
  it('of each day comes at the same time of the clock, also when it changes', () => {
    const nine = { every: 'day' as const, at: '09:00' };
    const next = (text: string) => new Date(digestAt(nine, BERLIN, at(text))).toISOString();
    expect(next('2026-10-24T06:59:00Z')).toBe('2026-10-24T07:00:00.000Z');
    expect(next('2026-10-24T07:00:00Z')).toBe('2026-10-25T08:00:00.000Z');
    expect(next('2026-03-28T08:00:00Z')).toBe('2026-03-29T07:00:00.000Z');
  });

  it('of each hour comes at the full hour of the person’s clock', () => {
    const hourly = { every: 'hour' as const };
    const next = (zone: string) => new Date(digestAt(hourly, zone, at('2026-11-24T10:20:00Z'))).toISOString();
    expect(next(BERLIN)).toBe('2026-11-24T11:00:00.000Z');
    expect(next('Asia/Kolkata')).toBe('2026-11-24T10:30:00.000Z');
  });
});
