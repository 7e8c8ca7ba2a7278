import { describe, expect, it } from 'vitest';
import { HOUR, toIso } from '../../../domain/shared/time';
import { dateAt, percentOf, viewRange, wallOfDate } from './view-range';

const NOW = Date.parse('2026-11-25T12:00:00Z');

describe('the days of a view', () => {
  it('are those of the zone, not of UTC', () => {
    const { days, start, end } = viewRange('day', '2026-11-25', NOW, 'Australia/Sydney');
    expect(days.map(({ date, hours }) => [date, hours])).toEqual([['2026-11-25', 24]]);
    expect([toIso(start), toIso(end)]).toEqual(['2026-11-24T13:00:00.000Z', '2026-11-25T13:00:00.000Z']);
  });

  it('begin with the week of the language', () => {
    expect(viewRange('week', '2026-11-25', NOW, 'UTC', 1).days[0]?.date).toBe('2026-11-23');
    expect(viewRange('week', '2026-11-25', NOW, 'UTC', 7).days[0]?.date).toBe('2026-11-22');
    expect(viewRange('2weeks', '2026-11-23', NOW, 'UTC', 1).days).toHaveLength(14);
  });

  it('lead on without holes, whatever the length of a month', () => {
    const february = viewRange('month', '2028-02-29', NOW, 'UTC');
    expect(february.days).toHaveLength(29);
    expect([february.previous, february.next]).toEqual(['2028-01-01', '2028-03-01']);
    const week = viewRange('week', '2026-12-31', NOW, 'UTC');
    expect([week.previous, week.next]).toEqual(['2026-12-21', '2027-01-04']);
  });

  it('take today for a date that is none', () => {
    for (const date of ['', 'soon', '2026-02-30', '9999-01-01'])
      expect(viewRange('day', date, NOW, 'Pacific/Auckland').date).toBe('2026-11-26');
    expect(wallOfDate('2026-02-30')).toBeNull();
    expect(dateAt(NOW, 'Pacific/Auckland')).toBe('2026-11-26');
  });
});

describe('the days on which clocks change', () => {
  const changes = (zone: string, date: string) =>
    viewRange('week', date, NOW, zone)
      .days.filter(({ change }) => change)
      .map((day) => [day.date, day.hours, day.change?.minutes, toIso(day.change?.at ?? 0)]);

  it('last 23 or 25 hours', () => {
    expect(changes('America/New_York', '2026-03-08')).toEqual([['2026-03-08', 23, 60, '2026-03-08T07:00:00.000Z']]);
    expect(changes('America/New_York', '2026-11-01')).toEqual([['2026-11-01', 25, -60, '2026-11-01T06:00:00.000Z']]);
    expect(changes('Europe/London', '2026-03-29')).toEqual([['2026-03-29', 23, 60, '2026-03-29T01:00:00.000Z']]);
    expect(changes('Australia/Sydney', '2026-04-05')).toEqual([['2026-04-05', 25, -60, '2026-04-04T16:00:00.000Z']]);
  });

  it('are half hours where the clock is', () => {
    expect(changes('Australia/Lord_Howe', '2026-04-05')).toEqual([
      ['2026-04-05', 24.5, -30, '2026-04-04T15:00:00.000Z'],
    ]);
  });

  it('leave no hole and no overlap between columns, and every hour the same width', () => {
    for (const date of ['2026-03-08', '2026-11-01']) {
      const range = viewRange('week', date, NOW, 'America/New_York');
      const { days, start, end } = range;
      expect(days[0]?.start).toBe(start);
      expect(days.at(-1)?.end).toBe(end);
      for (const [i, day] of days.entries()) if (i > 0) expect(day.start).toBe(days[i - 1]?.end);
      const width = ({ start, end }: { start: number; end: number }) => percentOf(end, range) - percentOf(start, range);
      for (const day of days) expect(width(day)).toBeCloseTo((day.hours * HOUR * 100) / (end - start), 2);
    }
  });

  it('leave out a date that never was', () => {
    const { days } = viewRange('week', '2011-12-30', NOW, 'Pacific/Apia');
    expect(days.map(({ date }) => date)).not.toContain('2011-12-30');
    expect(days).toHaveLength(6);
  });
});
