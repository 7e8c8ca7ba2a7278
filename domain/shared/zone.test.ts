import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant, MINUTE } from './time';
import { parseWallClock, zoneClock } from './zone';

const ZONES = [
  'UTC America/New_York America/St_Johns America/Sao_Paulo America/Caracas America/Havana America/Juneau Europe/London',
  'Europe/Dublin Europe/Istanbul Europe/Moscow Africa/Cairo Africa/Casablanca Africa/Monrovia Asia/Kolkata Asia/Gaza',
  'Asia/Manila Asia/Tehran Asia/Pyongyang Australia/Lord_Howe Australia/Eucla Pacific/Apia Pacific/Kwajalein',
  'Pacific/Kiritimati Pacific/Chatham Pacific/Norfolk Antarctica/Troll Antarctica/Casey America/Boa_Vista US/Pacific',
  'Africa/Freetown',
].flatMap((line) => line.split(' '));

const zoned = (zone: string, at: Instant) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
const wallAt = (wall: number) => Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, -1));
const toInstant = (zone: string, wall: number): Instant =>
  wallAt(wall).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;

function transitionsOf(zone: string, from: string, to: string): Instant[] {
  const found: Instant[] = [];
  let at = zoned(zone, Date.parse(from)).getTimeZoneTransition('next');
  while (at && at.epochMilliseconds < Date.parse(to)) {
    found.push(at.epochMilliseconds);
    at = at.getTimeZoneTransition('next');
  }
  return found;
}

const wall = (text: string): number => parseWallClock(text) as number;
const resolved = (zone: string, text: string): string => new Date(zoneClock(zone).fromWall(wall(text))).toISOString();

describe('a zone clock', () => {
  it.each(ZONES)('agrees with Temporal on both sides of every clock change in %s from 1840 to 2040', (zone) => {
    const clock = zoneClock(zone);
    const differences: string[] = [];
    for (const change of transitionsOf(zone, '1840-01-01T00:00:00Z', '2040-01-01T00:00:00Z')) {
      for (const away of [-DAY, -HOUR, -1, 0, 1, 40 * MINUTE, DAY]) {
        const offset = zoned(zone, change + away).offsetNanoseconds / 1e6;
        if (clock.offsetAt(change + away) !== offset) differences.push(`offset at ${change + away}`);
      }
      const walls = [zoned(zone, change - 1).toPlainDateTime(), zoned(zone, change).toPlainDateTime()]
        .map((shown) => Date.parse(`${shown.toString({ smallestUnit: 'millisecond' })}Z`))
        .flatMap((shown) => [-DAY, -HOUR, -15 * MINUTE, -1, 0, 1, 20 * MINUTE, HOUR, DAY].map((away) => shown + away));
      for (const shown of walls) {
        if (clock.fromWall(shown) !== toInstant(zone, shown)) differences.push(`wall clock ${wallAt(shown)}`);
      }
    }
    expect(differences).toEqual([]);
  });

  it('agrees with Temporal in the middle of nowhere, also far from today', () => {
    for (const zone of ZONES) {
      for (let at = Date.parse('0300-01-01T00:00:00Z'); at < Date.parse('3500-01-01T00:00:00Z'); at += 40123 * DAY) {
        const clock = zoneClock(zone);
        expect(clock.offsetAt(at), zone).toBe(zoned(zone, at).offsetNanoseconds / 1e6);
        expect(clock.fromWall(at), zone).toBe(toInstant(zone, at));
        expect(clock.toWall(at), zone).toBe(at + clock.offsetAt(at));
      }
    }
  });

  it('takes the earlier of two instants when clocks go back', () => {
    expect(resolved('America/New_York', '2024-11-03T01:30')).toBe('2024-11-03T05:30:00.000Z');
    expect(resolved('Australia/Lord_Howe', '2024-04-07T01:45')).toBe('2024-04-06T14:45:00.000Z');
  });

  it('moves a wall clock that does not exist forward by the length of the gap', () => {
    expect(resolved('America/New_York', '2024-03-10T02:30')).toBe('2024-03-10T07:30:00.000Z');
    expect(resolved('Australia/Lord_Howe', '2024-10-06T02:15')).toBe('2024-10-05T15:45:00.000Z');
    expect(resolved('Antarctica/Troll', '2024-03-31T01:30')).toBe('2024-03-31T01:30:00.000Z');
  });

  it('moves all of a skipped date to the next one', () => {
    expect(resolved('Pacific/Apia', '2011-12-30T09:00')).toBe(resolved('Pacific/Apia', '2011-12-31T09:00'));
    expect(resolved('Pacific/Kwajalein', '1993-08-21T23:59')).toBe(resolved('Pacific/Kwajalein', '1993-08-22T23:59'));
  });

  it('refuses a zone that does not exist', () => {
    expect(() => zoneClock('Mars/Olympus')).toThrow(RangeError);
  });
});

describe('a wall clock text', () => {
  it('is read as date and time to the minute', () => {
    expect(wall('1970-01-02T00:01')).toBe(DAY + MINUTE);
    expect(wall('0050-06-01T00:00')).toBeLessThan(wall('1950-06-01T00:00'));
  });

  it.each(['2023-02-29T09:00', '2024-01-01T24:00', '2024-01-01T09:00Z', '2024-01-01 09:00', '2024-01-01T09:00:00', ''])(
    'is refused when it reads %j',
    (text) => expect(parseWallClock(text)).toBeNull(),
  );
});
