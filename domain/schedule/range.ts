import * as z from 'zod';
import { instantField } from '../shared/input';
import { DAY } from '../shared/time';

/** The longest stretch of a stored schedule that is worked out at once. */
export const LONGEST_RANGE = 400 * DAY;

/** `?from=&to=`: from `from` up to but without `to`, at most 400 days. */
export const rangeInput = z
  .object({ from: instantField, to: instantField })
  .refine(({ from, to }) => to > from, { path: ['to'], message: 'Must be later than from' })
  .refine(({ from, to }) => to - from <= LONGEST_RANGE, { path: ['to'], message: 'At most 400 days after from' });

/** The same where it may be left out. */
export const optionalRangeInput = z
  .object({ from: instantField.optional(), to: instantField.optional() })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    path: ['to'],
    message: 'from and to go together',
  })
  .refine(({ from = 0, to = 1 }) => to > from, { path: ['to'], message: 'Must be later than from' })
  .refine(({ from = 0, to = 0 }) => to - from <= LONGEST_RANGE, {
    path: ['to'],
    message: 'At most 400 days after from',
  });

export type RangeInput = z.output<typeof rangeInput>;
