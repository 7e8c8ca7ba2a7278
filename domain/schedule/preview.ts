import * as z from 'zod';
import { instantField } from '../shared/input';
import { DAY, parseInstant } from '../shared/time';
import { MOST_WORK, TOO_MUCH_WORK, workEstimate } from './cost';
import { instantOf, scheduleSchema } from './schedule';

/** The work grows with the range. */
const LONGEST_RANGE = 2 * 366 * DAY;

/** A schedule that need not be stored, instants to ask about, and a range to list the shifts of (INTERFACES, HTTP). */
export const previewInput = z
  .object({
    schedule: scheduleSchema,
    at: z
      .array(
        z.string().refine((text) => parseInstant(text) !== null, 'Must be an instant such as 2026-11-23T09:00:00Z'),
      )
      .max(1000)
      .default([]),
    from: instantField.optional(),
    to: instantField.optional(),
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    path: ['to'],
    message: 'from and to go together',
  })
  .refine(({ from = 0, to = 0 }) => to >= from, { path: ['to'], message: 'Must not be earlier than from' })
  .refine(({ from = 0, to = 0 }) => to - from <= LONGEST_RANGE, { path: ['to'], message: 'At most two years' })
  .refine((input) => workOf(input) <= MOST_WORK, {
    path: ['schedule'],
    message: TOO_MUCH_WORK,
    // Of a schedule that is not valid nothing can be said.
    when: ({ issues }) => issues.length === 0,
  });

export type PreviewInput = z.output<typeof previewInput>;

type Asked = {
  schedule: z.output<typeof scheduleSchema>;
  at: string[];
  from?: number | undefined;
  to?: number | undefined;
};

function workOf({ schedule, at, from = 0, to = 0 }: Asked): number {
  const between = workEstimate(schedule);
  let work = to > from ? between(from, to) : 0;
  for (const text of at) {
    const instant = instantOf(text);
    work += between(instant, instant + 1);
    if (work > MOST_WORK) break;
  }
  return work;
}
