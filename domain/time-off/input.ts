import * as z from 'zod';
import { idField, instantField, zoneField } from '../shared/input';
import { DAY } from '../shared/time';

/** The longest time off that is taken at once; a leave that goes on is given again. */
export const LONGEST_TIME_OFF = 400 * DAY;

/** When somebody is away: from `start` up to but without `end`. `userId`: one's own if left out; `timezone`: theirs. */
export const timeOffInput = z
  .object({
    userId: idField.optional(),
    start: instantField,
    end: instantField,
    timezone: zoneField.optional(),
  })
  .refine(({ start, end }) => end > start, { path: ['end'], message: 'Must be later than the start' })
  .refine(({ start, end }) => end - start <= LONGEST_TIME_OFF, { path: ['end'], message: 'At most 400 days' });
export type TimeOffInput = z.output<typeof timeOffInput>;
