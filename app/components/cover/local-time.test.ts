import { expect, it } from 'vitest';
import { fromField, toField } from './local-time';

it('reads and writes a field on the clock of its zone', () => {
  expect(fromField('2026-11-30T09:00', 'America/New_York')).toBe('2026-11-30T14:00:00.000Z');
  expect(toField(Date.parse('2026-11-30T14:00:00Z'), 'America/New_York')).toBe('2026-11-30T09:00');
});

it('moves a time that the clocks skip forward, and leaves nonsense to be refused', () => {
  expect(fromField('2027-03-28T02:30', 'Europe/Berlin')).toBe('2027-03-28T01:30:00.000Z');
  expect(fromField('soon', 'Europe/Berlin')).toBe('soon');
});
