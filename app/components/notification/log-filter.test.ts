import { describe, expect, it } from 'vitest';
import { logQuery, readLogFilter } from './log-filter';

describe('the filter of the delivery log', () => {
  it('reads the address, and takes only states and channels that there are', () => {
    const filter = readLogFilter(
      new URLSearchParams('state=FAILED&channel=fax&user=usr_1&from=2026-11-02&to=2026-11-03'),
    );
    expect(filter).toMatchObject({ state: 'FAILED', channel: '', user: 'usr_1', active: true });
    expect(logQuery(filter, 'Europe/Berlin')).toEqual({
      state: 'FAILED',
      userId: 'usr_1',
      from: Date.parse('2026-11-01T23:00:00Z'),
      to: Date.parse('2026-11-03T23:00:00Z'),
    });
  });

  it('asks for everything when nothing is set', () => {
    const filter = readLogFilter(new URLSearchParams('cursor=x'));
    expect(filter.active).toBe(false);
    expect(logQuery(filter, 'UTC')).toEqual({});
  });
});
