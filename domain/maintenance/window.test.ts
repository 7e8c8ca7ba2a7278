import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../shared/time';
import {
  coversLabels,
  firstDay,
  lastInstant,
  type MaintenanceTiming,
  nextSpan,
  occurrences,
  spanAt,
  windowState,
} from './window';

const at = (text: string) => Date.parse(text);

const once: MaintenanceTiming = {
  timezone: 'UTC',
  startAt: at('2026-11-02T02:00:00Z'),
  endAt: at('2026-11-02T04:00:00Z'),
  repeat: null,
  endedAt: null,
};
/** Sundays and Mondays at 02:30 in Berlin, for two hours, from the last Sunday of winter time on. */
const weekly: MaintenanceTiming = {
  timezone: 'Europe/Berlin',
  startAt: at('2026-03-22T02:30:00+01:00'),
  endAt: at('2026-03-22T04:30:00+01:00'),
  repeat: { days: ['sunday', 'monday'], until: null },
  endedAt: null,
};

describe('a maintenance window', () => {
  it('is in force from its start up to but without its end', () => {
    expect(spanAt(once, once.startAt - 1)).toBeNull();
    expect(spanAt(once, once.startAt)).toEqual({ start: once.startAt, end: once.endAt });
    expect(spanAt(once, once.endAt)).toBeNull();
    expect(windowState(once, once.startAt - DAY)).toBe('planned');
    expect(windowState(once, once.startAt)).toBe('active');
    expect(windowState(once, once.endAt)).toBe('over');
  });

  it('repeats on its days at its time of the wall clock, also across a change of clocks', () => {
    const spans = occurrences(weekly, at('2026-03-21T00:00:00Z'), at('2026-04-07T00:00:00Z'));
    expect(spans.map(({ start, end }) => [new Date(start).toISOString(), (end - start) / MINUTE])).toEqual([
      ['2026-03-22T01:30:00.000Z', 120],
      ['2026-03-23T01:30:00.000Z', 120],
      // 02:30 does not exist on that Sunday: it begins at 03:30, and ends at 04:30 as ever.
      ['2026-03-29T01:30:00.000Z', 60],
      ['2026-03-30T00:30:00.000Z', 120],
      ['2026-04-05T00:30:00.000Z', 120],
      ['2026-04-06T00:30:00.000Z', 120],
    ]);
  });

  it('does not repeat before it first began, nor from its last date on', () => {
    const ends = { ...weekly, repeat: { days: ['sunday' as const], until: weekly.startAt + 8 * DAY } };
    expect(occurrences(ends, weekly.startAt - 30 * DAY, weekly.startAt + 60 * DAY)).toHaveLength(2);
    expect(nextSpan(ends, weekly.startAt + 8 * DAY)).toBeNull();
    expect(windowState(ends, weekly.startAt + 8 * DAY)).toBe('over');
    expect(lastInstant(ends)).toBe(weekly.startAt + 8 * DAY + 2 * HOUR);
    expect(lastInstant(weekly)).toBeNull();
  });

  it('that is ended by hand is over, and comes again only where it repeats', () => {
    const ended = { ...once, endedAt: once.startAt + HOUR };
    expect(spanAt(ended, once.startAt + HOUR)).toBeNull();
    expect(windowState(ended, once.startAt + HOUR)).toBe('over');
    expect(lastInstant(ended)).toBe(once.startAt + HOUR);
    const endedWeekly = { ...weekly, endedAt: weekly.startAt + HOUR };
    expect(spanAt(endedWeekly, weekly.startAt + HOUR)).toBeNull();
    expect(nextSpan(endedWeekly, weekly.startAt + HOUR)?.start).toBe(weekly.startAt + DAY);
  });

  it('that goes on without a gap ends with the last of what touches', () => {
    const days = ['friday', 'saturday', 'sunday'] as const;
    const whole = { ...once, startAt: at('2026-11-06T00:00:00Z'), endAt: at('2026-11-07T00:00:00Z') };
    const weekend = { ...whole, repeat: { days: [...days], until: null } };
    expect(spanAt(weekend, at('2026-11-06T12:00:00Z'))?.end).toBe(at('2026-11-09T00:00:00Z'));
  });

  it('finds its first occurrence however far ahead it lies', () => {
    expect(nextSpan(once, once.startAt - 300 * DAY)?.start).toBe(once.startAt);
    expect(nextSpan(weekly, weekly.startAt - 300 * DAY)?.start).toBe(weekly.startAt);
  });

  it('takes alerts that have every one of its labels, exactly', () => {
    expect(coversLabels({ labels: {} }, { host: 'db1' })).toBe(true);
    expect(coversLabels({ labels: { env: 'staging', host: 'db1' } }, { env: 'staging', host: 'db1', x: 'y' })).toBe(
      true,
    );
    expect(coversLabels({ labels: { env: 'staging', host: 'db1' } }, { env: 'staging', host: 'db12' })).toBe(false);
    expect(coversLabels({ labels: { env: 'staging' } }, {})).toBe(false);
  });

  it('knows the day it begins on, on its own clock', () => {
    expect(firstDay({ timezone: 'Pacific/Auckland', startAt: at('2026-11-02T12:00:00Z') })).toBe('tuesday');
    expect(firstDay({ timezone: 'UTC', startAt: at('2026-11-02T12:00:00Z') })).toBe('monday');
  });
});
