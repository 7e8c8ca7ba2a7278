import { DAY, HOUR, type Instant } from '../shared/time';
import { zoneClock } from '../shared/zone';

/** When somebody was interrupted, on their own clock. */
export const HOURS = ['business', 'off', 'sleep'] as const;
export type Hours = (typeof HOURS)[number];

const BUSINESS_END = 18 * HOUR;
const AWAKE = { from: 8 * HOUR, to: 22 * HOUR };

/**
 * Business hours are Monday to Friday from 8:00 to 18:00, sleep hours every day from 22:00 to 8:00, and the rest is off
 * hours: evenings, and the days of the weekend. By the wall clock of `zone`, so that a clock change moves them along.
 */
export function hoursAt(at: Instant, zone: string): Hours {
  const wall = zoneClock(zone).toWall(at);
  const time = ((wall % DAY) + DAY) % DAY;
  if (time < AWAKE.from || time >= AWAKE.to) return 'sleep';
  const weekday = new Date(wall).getUTCDay();
  const isWorkday = weekday >= 1 && weekday <= 5;
  return isWorkday && time < BUSINESS_END ? 'business' : 'off';
}
