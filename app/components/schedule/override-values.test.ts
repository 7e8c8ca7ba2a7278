import { expect, it } from 'vitest';
import { overrideInput } from '../../../domain/schedule/input';
import { overrideInputOf, valuesOf } from './override-values';

const SYDNEY = { locale: 'en', timeZone: 'Australia/Sydney' };
const stored = {
  userId: 'usr_ana',
  replacesUserId: null,
  start: Date.parse('2026-10-03T15:00:00Z'),
  end: Date.parse('2026-10-03T17:00:00Z'),
};

it('shows an override on a clock and reads it back, over the hour that does not exist too', () => {
  const values = valuesOf(stored, SYDNEY);
  // Clocks go forward at 02:00 that night.
  expect(values).toMatchObject({ start: '2026-10-04T01:00', end: '2026-10-04T04:00' });
  expect(overrideInput.parse(overrideInputOf(values, SYDNEY))).toEqual(stored);
});

it('keeps nobody apart from nobody chosen', () => {
  const values = valuesOf({ ...stored, userId: null }, SYDNEY);
  expect(overrideInputOf(values, SYDNEY).userId).toBeNull();
  expect(overrideInputOf({ ...values, userId: '' }, SYDNEY).userId).toBeUndefined();
  expect(overrideInputOf({ ...values, userId: 'other', other: 'usr_bo' }, SYDNEY).userId).toBe('usr_bo');
});

it('takes instants, as an undo sends them, and refuses what is no time', () => {
  const values = { ...valuesOf(stored, SYDNEY), start: '2026-10-03T15:00:00.000Z' };
  expect(overrideInput.parse(overrideInputOf(values, SYDNEY)).start).toBe(stored.start);
  expect(overrideInput.safeParse(overrideInputOf({ ...values, start: 'soon' }, SYDNEY)).success).toBe(false);
});
