import * as z from 'zod';
import { lineField } from '../shared/input';
import { DAY } from '../shared/time';
import type { ZoneClock } from '../shared/zone';
import { parseWallClock } from '../shared/zone';
import { joinSpans, type Span } from './span';

const dateField = z
  .string()
  .refine((text) => parseWallClock(`${text}T00:00`) !== null, 'Must be a date such as 2026-12-25');

/** The days that count as holidays on a schedule; each date once. */
export const holidaysInput = z
  .object({ holidays: z.array(z.object({ date: dateField, name: lineField(100) })).max(200) })
  .superRefine(({ holidays }, ctx) => {
    const seen = new Set<string>();
    for (const [i, { date }] of holidays.entries()) {
      if (seen.has(date)) ctx.addIssue({ code: 'custom', path: ['holidays', i, 'date'], message: 'Is there twice' });
      seen.add(date);
    }
  });
export type HolidaysInput = z.output<typeof holidaysInput>;

/** The holidays as they lie on one clock: from midnight to midnight, also where that day has 23 or 25 hours. */
export const holidaySpans = (dates: readonly string[], clock: ZoneClock): Span[] =>
  joinSpans(
    dates.flatMap((date) => {
      const midnight = parseWallClock(`${date}T00:00`);
      return midnight === null ? [] : [{ start: clock.fromWall(midnight), end: clock.fromWall(midnight + DAY) }];
    }),
  );

/** One holiday a line, as people type them: `2026-12-25 Christmas Day`; empty lines say nothing. */
export const holidaysFromText = (text: string): { date: string; name: string }[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [date = '', ...name] = one.split(/\s+/);
      return { date, name: name.join(' ') || 'Holiday' };
    });

export const holidaysAsText = (holidays: readonly { date: string; name: string }[]): string =>
  holidays.map(({ date, name }) => `${date} ${name}`).join('\n');
