import { expect, it } from 'vitest';
import { type HealthFacts, healthOf } from '../../../domain/health/health';
import { healthLines } from './health-lines';

const now = Date.UTC(2026, 10, 28, 12, 0, 0);
const clock = { now, locale: 'en', timeZone: 'UTC' };
const facts: HealthFacts = {
  now,
  marks: { sweep: now - 30_000, 'clean-sweep': now - 30_000 },
  samples: [],
  oldestUnsentAt: null,
  providerErrors: [],
};
const lines = (more: Partial<HealthFacts>) => healthLines(healthOf({ ...facts, ...more }), clock);
const line = (name: string, more: Partial<HealthFacts>) => lines(more).find((one) => one.name === name);

it('says nothing needs doing when nothing does', () => {
  expect(lines({}).map(({ level, advice }) => [level, advice])).toEqual(Array(7).fill(['ok', null]));
});

it('tells what to do about a sweep that has stopped', () => {
  const stopped = line('Last sweep', { marks: { sweep: now - 600_000 } });
  expect(stopped).toMatchObject({ level: 'danger' });
  expect(stopped?.advice).toContain('cron');
});

it('gives figures with their units', () => {
  const samples = [4, 8, 61_000].map((value) => ({ kind: 'alarm-late' as const, value }));
  expect(line('Lateness of alarms', { samples })?.value).toBe('half within 8 ms, 99 % within 1 min, of 3 alarms');
  expect(line('Oldest unsent page', { oldestUnsentAt: now - 45_000 })?.value).toBe('waits for 45 sec');
  const providerErrors = [{ provider: 'resend', count: 2 }];
  expect(line('Providers', { providerErrors })?.value).toBe('errors: resend 2');
});
