import * as z from 'zod';
import { windowsBetween } from '../schedule/restriction';
import { type Restriction, WEEKDAYS } from '../schedule/schedule';
import { type Instant, isTimeZone } from '../shared/time';
import { zoneClock } from '../shared/zone';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time of day such as 09:00');

/**
 * Hours of the wall clock in a named zone, on the days they begin; an end not later than the start lies on the next
 * day. `when` says whether the step pages inside or outside of them.
 */
export const stepHoursField = z.object({
  when: z.enum(['inside', 'outside']),
  timezone: z.string().max(100).refine(isTimeZone, 'Choose an IANA time zone such as Europe/Berlin'),
  days: z.array(z.enum(WEEKDAYS)).min(1, 'Choose at least one day').max(7),
  startTime: timeOfDay,
  endTime: timeOfDay,
});
export type StepHours = z.output<typeof stepHoursField>;

/** Whether `at` lies in the hours; the start counts, the end does not. Clock changes as in schedules (R3, R7). */
export function isInHours({ timezone, days, startTime, endTime }: StepHours, at: Instant): boolean {
  const overMidnight = endTime <= startTime;
  const windows = days.map((startDay): Restriction => {
    const endDay = WEEKDAYS[(WEEKDAYS.indexOf(startDay) + (overMidnight ? 1 : 0)) % 7] ?? startDay;
    return { kind: 'weekly', startDay, startTime, endDay, endTime };
  });
  return windowsBetween(windows, zoneClock(timezone), at, at + 1).length > 0;
}
