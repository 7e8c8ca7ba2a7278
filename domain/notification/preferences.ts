import * as z from 'zod';
import type { Urgency } from '../incident/incident';
import { windowsBetween } from '../schedule/restriction';
import { type Restriction, WEEKDAYS } from '../schedule/schedule';
import { idField, instantField } from '../shared/input';
import { DAY, HOUR, type Instant, isTimeZone } from '../shared/time';
import { zoneClock } from '../shared/zone';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time of day such as 22:00');

/** Hours of the person's own clock, on the days they begin; an end before the start lies on the next day. */
export const quietHoursInput = z
  .object({
    startTime: timeOfDay,
    endTime: timeOfDay,
    days: z.array(z.enum(WEEKDAYS)).min(1, 'Choose at least one day').max(7),
  })
  .refine(({ startTime, endTime }) => startTime !== endTime, {
    message: 'Must end at another time than it begins',
    path: ['endTime'],
  });
export type QuietHours = z.output<typeof quietHoursInput>;

/** When pages of urgency LOW are told, all at once: each full hour, or once a day on the person's clock. */
export const digestInput = z.discriminatedUnion('every', [
  z.object({ every: z.literal('hour') }),
  z.object({ every: z.literal('day'), at: timeOfDay }),
]);
export type Digest = z.output<typeof digestInput>;

/** A mute has an end: nobody is to forget it. */
export const LONGEST_MUTE = 90 * DAY;
export const MAX_MUTES = 50;
export const muteInput = z.object({ serviceId: idField, until: instantField });
export type Mute = z.output<typeof muteInput>;

/** What is left out stays as it is; null ends it. */
export const preferencesInput = z.object({
  quietHours: quietHoursInput.nullable().optional(),
  lowDigest: digestInput.nullable().optional(),
  mutes: z.array(muteInput).max(MAX_MUTES).optional(),
});
export type PreferencesInput = z.output<typeof preferencesInput>;

/** How a person wants to be left in peace. None of it holds back a page of urgency HIGH (FEATURES §4). */
export type Preferences = { quietHours: QuietHours | null; lowDigest: Digest | null; mutes: Mute[] };
export const NO_PREFERENCES: Preferences = { quietHours: null, lowDigest: null, mutes: [] };

/** When something may be sent to a person, and why not now. */
export type Timing =
  | { kind: 'now' }
  /** Held back until then. */
  | { kind: 'quiet'; until: Instant; reason: string }
  /** Told in the digest that goes out then. */
  | { kind: 'digest'; at: Instant; reason: string }
  /** Not sent to this person at all: whoever is next is paged. */
  | { kind: 'muted'; until: Instant; reason: string };

const clockOf = (timezone: string) => zoneClock(isTimeZone(timezone) ? timezone : 'UTC');

/**
 * Until when `at` lies in quiet hours; null: it does not. The start counts, the end does not. Clock changes as in
 * schedules (R3, R7): the hours are those that the person's clock shows. Hours that follow on each other are one.
 */
export function quietUntil({ startTime, endTime, days }: QuietHours, timezone: string, at: Instant): Instant | null {
  const overMidnight = endTime <= startTime;
  const windows = days.map((startDay): Restriction => {
    const endDay = WEEKDAYS[(WEEKDAYS.indexOf(startDay) + (overMidnight ? 1 : 0)) % 7] ?? startDay;
    return { kind: 'weekly', startDay, startTime, endDay, endTime };
  });
  const [window] = windowsBetween(windows, clockOf(timezone), at, at + 1);
  return window ? window.end : null;
}

/** The next digest after `at`: strictly later, so that what comes in while one is written is in the one after it. */
export function digestAt(digest: Digest, timezone: string, at: Instant): Instant {
  const clock = clockOf(timezone);
  const wall = clock.toWall(at);
  if (digest.every === 'hour') {
    // Zones are ahead by whole quarters of an hour: the full hour is that of the person's clock.
    return at + HOUR - (((wall % HOUR) + HOUR) % HOUR);
  }
  const [hours = 0, minutes = 0] = digest.at.split(':').map(Number);
  const midnight = Math.floor(wall / DAY) * DAY;
  const ofDate = (date: number): Instant => clock.fromWall(midnight + date * DAY + hours * HOUR + minutes * 60_000);
  return [0, 1, 2].map(ofDate).find((one) => one > at) ?? at + DAY;
}

type Receiver = { timezone: string; preferences?: Preferences };

/** Whether a person has muted a service now; HIGH is never muted. Null: they have not. */
export function mutedBy(
  { preferences }: Receiver,
  urgency: Urgency,
  serviceId: string,
  at: Instant,
): Extract<Timing, { kind: 'muted' }> | null {
  const mute = urgency === 'HIGH' ? undefined : preferences?.mutes.find((one) => one.serviceId === serviceId);
  if (!mute || mute.until <= at) return null;
  return {
    kind: 'muted',
    until: mute.until,
    reason: `has muted this service until ${new Date(mute.until).toISOString()}`,
  };
}

/** When a page of this urgency that is due at `at` goes to a person. HIGH always goes at once. */
export function timingOf(
  { timezone, preferences }: Receiver,
  urgency: Urgency,
  at: Instant,
): Exclude<Timing, { kind: 'muted' }> {
  if (urgency === 'HIGH' || !preferences) return { kind: 'now' };
  const { quietHours, lowDigest } = preferences;
  const awake = (instant: Instant): Instant =>
    quietHours ? (quietUntil(quietHours, timezone, instant) ?? instant) : instant;
  if (urgency === 'LOW' && lowDigest) {
    return { kind: 'digest', at: awake(digestAt(lowDigest, timezone, at)), reason: 'low urgency: told in the digest' };
  }
  const until = awake(at);
  if (until === at || !quietHours) return { kind: 'now' };
  const { startTime, endTime } = quietHours;
  return { kind: 'quiet', until, reason: `quiet hours ${startTime}–${endTime}` };
}
