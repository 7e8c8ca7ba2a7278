import { type CalendarFeed, findFeedByHash, touchFeed } from '../../../db/repositories/calendar-feeds';
import { findSchedule, type StoredSchedule, schedulesOfPerson, toSchedule } from '../../../db/repositories/schedules';
import { findUser } from '../../../db/repositories/users';
import { type FeedWindow, feedEvents, feedWindow } from '../../../domain/schedule/calendar-feed';
import { type Calendar, writeCalendar } from '../../../domain/schedule/ical';
import { sha256Hex } from '../../../domain/shared/hash';
import { err, ok, type Result } from '../../../domain/shared/result';
import { HOUR } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { everybodyIn, staffOf } from '../schedule/staffed';

/** A calendar's text, and a tag that stays while the text does. */
export type CalendarText = { text: string; etag: string };

const SECRET = /^[0-9a-z]{32}$/;
const TOUCH_EVERY = HOUR;

/**
 * What a calendar program gets: the shifts from 30 days ago to 180 days ahead. Asks for no permission: whoever knows the
 * secret may read. Failure: not-found, alike for secrets that never were and for those that have ended.
 */
export async function readFeed(context: Context, { secret }: { secret: string }): Promise<Result<CalendarText>> {
  const { db, now } = context;
  const feed = SECRET.test(secret) ? await findFeedByHash(db, sha256Hex(secret), now) : null;
  const calendar = feed && (await calendarOf(context, feed));
  if (!feed || !calendar) return err(notFound('calendar'));
  context.waitUntil(touchFeed(db, feed.id, now, now - TOUCH_EVERY).run());
  const text = writeCalendar(calendar);
  return ok({ text, etag: `"${sha256Hex(text).slice(0, 32)}"` });
}

/** Null if what it shows is gone, or is a person who is not ACTIVE. */
async function calendarOf(context: Context, { kind, targetId }: CalendarFeed): Promise<Calendar | null> {
  const { db, now } = context;
  const window = feedWindow(now);
  switch (kind) {
    case 'SCHEDULE': {
      const schedule = await findSchedule(db, targetId, window.computeFrom);
      if (!schedule) return null;
      const events = await eventsOf(context, [schedule], window, null);
      return { name: `On call: ${schedule.name}`, description: `Who is on call for ${schedule.name}.`, events };
    }
    case 'USER': {
      const person = await findUser(db, targetId);
      if (person?.status !== 'ACTIVE') return null;
      const schedules = await schedulesOfPerson(db, targetId, window.computeFrom);
      const events = await eventsOf(context, schedules, window, targetId);
      return { name: `On call: ${person.name}`, description: `When ${person.name} is on call.`, events };
    }
  }
}

async function eventsOf(
  { db, config }: Context,
  schedules: readonly StoredSchedule[],
  window: FeedWindow,
  only: string | null,
) {
  const { people, isActive, refOf } = await staffOf(db, schedules);
  return schedules.flatMap((stored) => {
    const named = everybodyIn(stored).map((id) => people.get(id)?.updatedAt ?? 0);
    const feed = {
      id: stored.id,
      name: stored.name,
      schedule: toSchedule(stored),
      revisedAt: Math.max(stored.updatedAt, ...named),
      url: `${config.appUrl}/schedules/${stored.id}`,
      only,
    };
    return feedEvents(feed, window, (user) => refOf(user).name, isActive);
  });
}
