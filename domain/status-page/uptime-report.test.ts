import { describe, expect, it } from 'vitest';
import { HOUR } from '../shared/time';
import { monthsBefore, percentText, uptimeAsCsv, uptimeMonths } from './uptime-report';

const at = (iso: string) => Date.parse(iso);
const NOW = at('2026-11-28T12:00:00Z');
const ONE = { id: 'cmp_1', name: 'Checkout', group: 'Shop' };
const RULES = { excludeMaintenance: true };

describe('uptime by month', () => {
  it('follows the calendar of the zone, and ends now', () => {
    const months = monthsBefore(NOW, 'America/New_York', 2);
    expect(months).toEqual([
      { month: '2026-11', startAt: at('2026-11-01T04:00:00Z'), endAt: NOW },
      { month: '2026-10', startAt: at('2026-10-01T04:00:00Z'), endAt: at('2026-11-01T04:00:00Z') },
    ]);
  });

  it('crosses the turn of the year', () => {
    const months = monthsBefore(at('2027-01-15T00:00:00Z'), 'UTC', 3).map(({ month }) => month);
    expect(months).toEqual(['2027-01', '2026-12', '2026-11']);
  });

  it('says what is known of each month, and nothing of the time before the first change', () => {
    const history = [
      { state: 'OPERATIONAL' as const, at: at('2026-10-31T00:00:00Z') },
      { state: 'MAJOR_OUTAGE' as const, at: at('2026-10-31T12:00:00Z') },
      { state: 'OPERATIONAL' as const, at: at('2026-10-31T18:00:00Z') },
    ];
    const months = monthsBefore(NOW, 'UTC', 3);
    const [november, october, september] = uptimeMonths([ONE], new Map([['cmp_1', history]]), months, RULES);
    expect(november?.components[0]?.uptime).toBe(1);
    expect(october?.components[0]).toMatchObject({
      uptime: 0.75,
      knownMs: 24 * HOUR,
      spentMs: { MAJOR_OUTAGE: 6 * HOUR },
    });
    expect(september?.components[0]).toMatchObject({ uptime: null, knownMs: 0, spentMs: {} });
  });

  it('never rounds a failure away', () => {
    expect([percentText(1), percentText(0.9999999), percentText(0.99982)]).toEqual(['100.000', '99.999', '99.982']);
  });

  it('is CSV in which no name becomes a formula', () => {
    const months = uptimeMonths([{ ...ONE, name: '=1+1' }], new Map(), monthsBefore(NOW, 'UTC', 1), RULES);
    expect(uptimeAsCsv(months).split('\r\n')[1]).toBe(
      "2026-11,2026-11-01T00:00:00.000Z,2026-11-28T12:00:00.000Z,Shop,'=1+1,,0,0,0,0,0",
    );
  });
});
