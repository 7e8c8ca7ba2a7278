import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../domain/shared/time';
import { clockTime, countdown, dayKey, duration, momentNear, timeAgo, usableZone } from './time';

const NOW = Date.parse('2026-11-23T02:03:28Z');
const berlin = { locale: 'en-GB', timeZone: 'Europe/Berlin' };

describe('times as people read them', () => {
  it('keeps a 24-hour clock in the gutter in every language', () => {
    expect(clockTime(NOW, { locale: 'en-US', timeZone: 'America/New_York' })).toBe('21:03:28');
    expect(clockTime(Date.parse('2026-11-22T23:00:41Z'), berlin)).toBe('00:00:41');
  });

  it('breaks days where the reader does', () => {
    expect(dayKey(NOW, berlin)).toBe('2026-11-23');
    expect(dayKey(NOW, { ...berlin, timeZone: 'America/New_York' })).toBe('2026-11-22');
  });

  it.each([
    [HOUR, '04:03'],
    [30 * HOUR, 'Tue 09:03'],
    [8 * DAY, /1 Dec.* 03:03/],
  ])('a moment %d ms ahead carries as much of a date as it needs', (ahead, expected) => {
    expect(momentNear(NOW + ahead, NOW, berlin)).toMatch(expected);
  });

  it.each([
    [5 * SECOND, '5 seconds ago'],
    [4 * MINUTE + 59 * SECOND, '4 minutes ago'],
    [23 * HOUR, '23 hours ago'],
    [25 * HOUR, 'Sun 02:03'],
    [-5 * SECOND, '0 seconds ago'],
  ])('%d ms past', (past, expected) => {
    expect(timeAgo(NOW - past, NOW, berlin)).toBe(expected);
  });

  it.each([
    [9 * SECOND, '9s'],
    [HOUR, '1h'],
    [2 * HOUR + 14 * MINUTE, '2h 14m'],
    [3 * DAY + 4 * HOUR + MINUTE, '3d 4h'],
  ])('a length of %d ms', (length, expected) => {
    expect(duration(length, 'en-GB', 'narrow')).toBe(expected);
  });

  it.each([
    [133 * SECOND, '02:13'],
    [132_001, '02:13'],
    [HOUR + 2 * MINUTE + 3 * SECOND, '1:02:03'],
    [-1, '00:00'],
  ])('counts %d ms down', (left, expected) => {
    expect(countdown(left)).toBe(expected);
  });

  it('falls back where a profile names what the runtime does not know', () => {
    expect(usableZone('xx-invalid-locale-tag-', 'Mars/Olympus')).toEqual({ locale: 'en', timeZone: 'UTC' });
  });
});
