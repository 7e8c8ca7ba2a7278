import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../shared/time';
import { type HealthFacts, healthOf, percentile } from './health';

const NOW = Date.UTC(2026, 10, 28, 12, 0, 0);
const well: HealthFacts = {
  now: NOW,
  marks: { sweep: NOW - 40 * SECOND, 'clean-sweep': NOW - 40 * SECOND },
  samples: [],
  oldestUnsentAt: null,
  providerErrors: [],
};
const late = (values: number[]) => values.map((value) => ({ kind: 'alarm-late' as const, value }));

describe('the health of an installation', () => {
  it('is well when the sweep runs and nothing waits, and an hour without alarms measures nothing', () => {
    expect(healthOf(well)).toMatchObject({ level: 'ok', alarms: { count: 0, p50Ms: null, p99Ms: null } });
  });

  it('is red when no sweep came for three minutes, and a warning before the first one', () => {
    const marks = { sweep: NOW - 3 * MINUTE - 1, 'clean-sweep': NOW - 3 * MINUTE - 1 };
    expect(healthOf({ ...well, marks })).toMatchObject({ level: 'danger', sweep: { level: 'danger' } });
    expect(healthOf({ ...well, marks: {} })).toMatchObject({ level: 'warning', sweep: { lastAt: null } });
  });

  it('warns when sweeps come and none is clean', () => {
    const marks = { sweep: NOW - 10 * SECOND, 'clean-sweep': NOW - 10 * MINUTE };
    expect(healthOf({ ...well, marks }).sweep.level).toBe('warning');
  });

  it.each([
    [29, 'ok'],
    [31, 'warning'],
    [121, 'danger'],
  ])('calls a page that has waited for %i seconds %s', (seconds, level) => {
    expect(healthOf({ ...well, oldestUnsentAt: NOW - seconds * SECOND }).unsent).toEqual({
      level,
      ageMs: seconds * SECOND,
    });
  });

  it('tells how late alarms were by p50 and p99, and is red where one was lost for more than a minute', () => {
    const { alarms } = healthOf({ ...well, samples: late([...Array(99).fill(3), 61_000]) });
    expect(alarms).toEqual({ level: 'ok', count: 100, p50Ms: 3, p99Ms: 3 });
    expect(healthOf({ ...well, samples: late([2, 61_000]) }).alarms).toMatchObject({ level: 'danger', p99Ms: 61_000 });
  });

  it('warns of queues and providers that failed, and is red when a storage was full', () => {
    const samples = [{ kind: 'queue-failed' as const, value: 1 }];
    expect(healthOf({ ...well, samples })).toMatchObject({ level: 'warning', queues: { failures: 1 } });
    const providerErrors = [{ provider: 'resend', count: 2 }];
    expect(healthOf({ ...well, providerErrors })).toMatchObject({ level: 'warning' });
    expect(healthOf({ ...well, samples: [{ kind: 'storage-full', value: 1 }] }).level).toBe('danger');
  });

  it('ranks by the nearest value', () => {
    expect(percentile([], 0.5)).toBeNull();
    expect(percentile([5, 1, 3], 0.5)).toBe(3);
    expect(percentile([5, 1, 3], 1)).toBe(5);
  });
});
