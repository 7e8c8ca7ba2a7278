import { Cron } from 'croner';
import { type Instant, MINUTE, SECOND } from '../shared/time';

/** When a ping is due: so long after the one before, or (`cron`, five fields) at times of the wall clock in `timezone`. */
export type HeartbeatSchedule = { periodSeconds: number | null; cron: string | null; timezone: string };

/** The job's clock may run ahead of ours: a ping so shortly before its time is for that time. */
const EARLY_MS = MINUTE;

const cronOf = (expression: string, timezone: string): Cron =>
  new Cron(expression, { timezone, paused: true, mode: '5-part' });

/** True for five fields of cron (or `@daily` and the like) that come to a time at all. */
export function isCron(expression: string): boolean {
  try {
    return cronOf(expression, 'UTC').nextRun(new Date(0)) !== null;
  } catch {
    return false;
  }
}

/** The first time after `after` at which a ping is due. A time that a change of clocks skips is moved past the gap. */
export function dueAfter({ periodSeconds, cron, timezone }: HeartbeatSchedule, after: Instant): Instant {
  if (cron === null) return after + (periodSeconds ?? 0) * SECOND;
  const clock = cronOf(cron, timezone);
  const next = clock.nextRun(new Date(after))?.getTime() ?? Number.POSITIVE_INFINITY;
  if (next - after > EARLY_MS) return next;
  const over = clock.nextRun(new Date(next))?.getTime() ?? next;
  // What comes every minute has no early pings.
  return over - next > 2 * EARLY_MS ? over : next;
}

/** How long it usually is from one ping to the next around `at`. */
export function usualGap(schedule: HeartbeatSchedule, at: Instant): number {
  const next = dueAfter(schedule, at);
  return dueAfter(schedule, next) - next;
}
