import { DAY, HOUR, type Instant } from '../shared/time';
import { zoneClock } from '../shared/zone';
import { dayOf, type Period } from './day';

const MORNING = 8 * HOUR;
const MONDAY = 1;

/** The next Monday at eight in the morning on somebody's own clock, after `now`. */
export function nextDigest(now: Instant, zone: string): Instant {
  const clock = zoneClock(zone);
  const today = Math.floor(clock.toWall(now) / DAY) * DAY;
  const ahead = (MONDAY - new Date(today).getUTCDay() + 7) % 7;
  const at = clock.fromWall(today + ahead * DAY + MORNING);
  return at > now ? at : clock.fromWall(today + (ahead + 7) * DAY + MORNING);
}

/** The last whole week before `now`, Monday to Sunday in UTC. */
export function lastWeek(now: Instant): Period {
  const today = dayOf(now);
  const monday = today - ((new Date(now).getUTCDay() + 6) % 7);
  return { from: monday - 7, to: monday };
}
