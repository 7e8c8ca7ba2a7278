import { expect, it } from 'vitest';
import { dayStart, readAuditFilter } from './audit-filter';

it('takes days as they begin for the reader, also where the clock is changed', () => {
  const iso = (date: string, zone: string, plus = 0) => new Date(dayStart(date, zone, plus) ?? 0).toISOString();
  expect(iso('2026-11-23', 'Europe/Berlin')).toBe('2026-11-22T23:00:00.000Z');
  expect(iso('2026-11-23', 'America/New_York', 1)).toBe('2026-11-24T05:00:00.000Z');
  expect(iso('2026-03-29', 'Europe/Berlin', 1)).toBe('2026-03-29T22:00:00.000Z');
  expect(dayStart('yesterday', 'UTC')).toBeNull();
});

it('knows whether anything is narrowed', () => {
  expect(readAuditFilter(new URLSearchParams('actor=&cursor=x')).active).toBe(false);
  expect(readAuditFilter(new URLSearchParams('kind=service')).active).toBe(true);
});
