import type { Instant } from '../../domain/shared/time';
import { DAY, HOUR } from '../../domain/shared/time';
import { zoneClock } from '../../domain/shared/zone';

/** The next nine o'clock on a person's own clock, also across a change of summer time. */
export function nextMorning(now: Instant, timeZone: string, hour = 9): Instant {
  const clock = zoneClock(timeZone);
  const wall = clock.toWall(now);
  const today = wall - (((wall % DAY) + DAY) % DAY) + hour * HOUR;
  const at = clock.fromWall(today);
  return at > now ? at : clock.fromWall(today + DAY);
}
