import { hashedId } from '../shared/hash';
import { DAY, type Instant } from '../shared/time';
import type { CalendarEvent } from './ical';
import type { IsAvailable, Schedule } from './schedule';
import { shifts } from './shifts';
import type { Span } from './span';

const PAST = 30 * DAY;
const FUTURE = 180 * DAY;
/** So far before the window the true beginning of a shift is looked for. */
const LOOK_BACK = 100 * DAY;

/**
 * The window of a feed: 30 days back and 180 ahead. Its edges move by days and months and not with the clock, so that a
 * calendar stays the same text, and keeps its ETag, while nothing happens. `computeFrom` is further back, because a
 * shift is known by its beginning.
 */
export type FeedWindow = Span & { computeFrom: Instant };

export function feedWindow(now: Instant): FeedWindow {
  const start = Math.floor((now - PAST) / DAY) * DAY;
  return { start, end: monthStart(now + FUTURE, 1), computeFrom: monthStart(start - LOOK_BACK, 0) };
}

/** What a feed says about one schedule; `only`: the shifts of this person. */
export type FeedSchedule = {
  id: string;
  name: string;
  schedule: Schedule;
  /** When the schedule or anybody's name in it was last changed. */
  revisedAt: Instant;
  url: string;
  only: string | null;
};

/**
 * The shifts of a schedule that touch the window, as events by start. A UID comes from schedule, person and the shift's
 * beginning, and stays while those do; of a shift that began before `computeFrom` the beginning counts as unknown, and
 * is shown as `computeFrom`. Shifts that go on beyond the window are cut at its end.
 */
export function feedEvents(
  { id, name, schedule, revisedAt, url, only }: FeedSchedule,
  { start, end, computeFrom }: FeedWindow,
  nameOf: (user: string) => string,
  isAvailable: IsAvailable,
): CalendarEvent[] {
  return shifts(schedule, computeFrom, end, isAvailable)
    .filter((shift) => shift.end > start && (only === null || shift.user === only))
    .map((shift) => {
      const began = shift.start === computeFrom ? 'before' : shift.start;
      return {
        uid: `${hashedId('shift', [id, shift.user, began])}@opsknight`,
        start: shift.start,
        end: shift.end,
        summary: only === null ? `${nameOf(shift.user)}: on call for ${name}` : `On call: ${name}`,
        description: `${nameOf(shift.user)} is on call for ${name}. Calendars may show changes hours late.`,
        url,
        revisedAt,
      };
    });
}

/** 00:00 UTC of the first of the month, `months` after that of `at`. */
function monthStart(at: Instant, months: number): Instant {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}
