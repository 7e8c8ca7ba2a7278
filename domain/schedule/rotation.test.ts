import { describe, expect, it } from 'vitest';
import { HOUR, type Instant, MINUTE } from '../shared/time';
import { zoneClock } from '../shared/zone';
import { turnsOf } from './rotation';
import { instantOf, type Rotation } from './schedule';

const turns = (timezone: string, unit: Rotation['unit'], length: number, anchor: string) =>
  turnsOf({ unit, length, anchor, handoff: anchor.slice(11) }, zoneClock(timezone));
const iso = (at: Instant): string => new Date(at).toISOString().slice(0, 16);

describe('the turns of a rotation', () => {
  it('hand over at the earlier of two equal wall clocks, and the next turn goes on through the later one', () => {
    const daily = turns('America/New_York', 'day', 1, '2024-11-01T01:30');
    const handover = instantOf('2024-11-03T05:30:00Z');
    expect(daily.startOf(2)).toBe(handover);
    expect(daily.at(handover - 1)).toBe(1);
    // An hour long the wall clock is before 01:30 once more.
    for (let minutes = 0; minutes < 120; minutes += 1) expect(daily.at(handover + minutes * MINUTE)).toBe(2);
  });

  it('hand over an hour late when the wall clock skips the time', () => {
    const daily = turns('America/New_York', 'day', 1, '2024-03-09T02:30');
    expect(iso(daily.startOf(1))).toBe('2024-03-10T07:30');
    expect(daily.at(daily.startOf(1) - 1)).toBe(0);
    expect(iso(daily.startOf(2))).toBe('2024-03-11T06:30');
  });

  it('pass over a turn whose date the zone skips', () => {
    const daily = turns('Pacific/Apia', 'day', 1, '2011-12-28T09:00');
    expect(daily.startOf(2)).toBe(daily.startOf(3));
    expect(daily.at(daily.startOf(2))).toBe(3);
    expect(daily.at(daily.startOf(2) - 1)).toBe(1);
  });

  it('count elapsed hours, whatever the wall clock does', () => {
    const hourly = turns('America/New_York', 'hour', 24, '2024-03-09T09:00');
    expect(hourly.startOf(2) - hourly.startOf(0)).toBe(48 * HOUR);
    expect(hourly.at(hourly.startOf(-100_000))).toBe(-100_000);
    expect(hourly.at(hourly.startOf(-100_000) - 1)).toBe(-100_001);
  });

  it('take the last day of a month that is too short, each counted from the anchor', () => {
    const monthly = turns('UTC', 'month', 1, '2024-01-31T09:00');
    const starts = [-2, -1, 0, 1, 2, 3, 13].map((turn) => iso(monthly.startOf(turn)).slice(0, 10));
    expect(starts).toEqual([
      '2023-11-30',
      '2023-12-31',
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
      '2025-02-28',
    ]);
    for (let turn = -1300; turn < 1300; turn += 7) {
      expect(monthly.at(monthly.startOf(turn))).toBe(turn);
      expect(monthly.at(monthly.startOf(turn) - 1)).toBe(turn - 1);
    }
  });
});
