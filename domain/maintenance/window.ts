import { windowsBetween } from '../schedule/restriction';
import { WEEKDAYS } from '../schedule/schedule';
import { joinSpans, type Span } from '../schedule/span';
import { DAY, type Instant, MINUTE } from '../shared/time';
import { type ZoneClock, zoneClock } from '../shared/zone';

export type Weekday = (typeof WEEKDAYS)[number];

/** When a window is in force: from `startAt` up to but without `endAt`, once, or on these days of every week. */
export type MaintenanceTiming = {
  timezone: string;
  startAt: Instant;
  endAt: Instant;
  /** On these days of the wall clock in `timezone`, at the time of day and for the length of the first; null: once. */
  repeat: { days: Weekday[]; until: Instant | null } | null;
  /** What was under way then was ended by hand. */
  endedAt: Instant | null;
};

/** A window as plans carry it: of the services of the plan, for alerts that have all of `labels`. */
export type PlanWindow = MaintenanceTiming & { id: string; name: string; labels: Record<string, string> };

export type MaintenanceWindow = PlanWindow & {
  reason: string | null;
  /** Empty: every service, for alerts with the labels. */
  serviceIds: string[];
  createdAt: Instant;
  updatedAt: Instant;
};

/** A week, and what a change of clocks may add to it. */
const LOOK_AHEAD = 9 * DAY;

const timeOfDay = (wall: number): string => new Date(wall).toISOString().slice(11, 16);

function weeklySpans(timing: MaintenanceTiming, days: readonly Weekday[], from: Instant, to: Instant): Span[] {
  const clock: ZoneClock = zoneClock(timing.timezone);
  const opens = clock.toWall(timing.startAt);
  const durationMinutes = Math.max(1, Math.round((clock.toWall(timing.endAt) - opens) / MINUTE));
  const startTime = timeOfDay(opens);
  // A day at a time: windows that touch stay apart, since one of them may be ended by hand.
  return days.flatMap((startDay) =>
    windowsBetween([{ kind: 'weekly', startDay, startTime, durationMinutes }], clock, from, to),
  );
}

/** Each time the window is in force that touches [from, to), whole and in order. */
export function occurrences(timing: MaintenanceTiming, from: Instant, to: Instant): Span[] {
  const { startAt, endAt, repeat, endedAt } = timing;
  const all = repeat ? weeklySpans(timing, repeat.days, from, to) : [{ start: startAt, end: endAt }];
  const until = repeat?.until ?? Number.POSITIVE_INFINITY;
  return all
    .filter((span) => span.start + MINUTE > startAt && span.start < until)
    .map((span) => (endedAt !== null && span.start <= endedAt ? { ...span, end: Math.min(span.end, endedAt) } : span))
    .filter((span) => span.end > span.start && span.start < to && span.end > from)
    .toSorted((a, b) => a.start - b.start);
}

/** What the window is in force for at `at`, with the times that follow on without a gap; null: it is not. */
export function spanAt(timing: MaintenanceTiming, at: Instant): Span | null {
  const joined = joinSpans(occurrences(timing, at, at + LOOK_AHEAD).map((span) => ({ ...span })));
  return joined.find((span) => span.start <= at && at < span.end) ?? null;
}

/** When it is in force next after `after`; null: not any more. */
export function nextSpan(timing: MaintenanceTiming, after: Instant): Span | null {
  const from = Math.max(after, timing.startAt - 1);
  return occurrences(timing, from, from + LOOK_AHEAD).find(({ start }) => start > after) ?? null;
}

/** The instant from which it is never in force again; null: it has no end. */
export function lastInstant({ startAt, endAt, repeat, endedAt }: MaintenanceTiming): Instant | null {
  if (!repeat) return endedAt === null ? endAt : Math.max(startAt, Math.min(endAt, endedAt));
  return repeat.until === null ? null : repeat.until + (endAt - startAt);
}

export type WindowState = 'active' | 'planned' | 'over';

/** Whether it is in force, will be, or never again. */
export function windowState(timing: MaintenanceTiming, at: Instant): WindowState {
  if (spanAt(timing, at)) return 'active';
  return nextSpan(timing, at) ? 'planned' : 'over';
}

/** Whether an alert has every label the window names; a window without labels takes every alert. */
export const coversLabels = ({ labels }: Pick<PlanWindow, 'labels'>, given: Record<string, string>): boolean =>
  Object.entries(labels).every(([name, value]) => given[name] === value);

/** The day of the week on which the first begins, on the clock of the zone. */
export function firstDay({ timezone, startAt }: Pick<MaintenanceTiming, 'timezone' | 'startAt'>): Weekday {
  return WEEKDAYS[new Date(zoneClock(timezone).toWall(startAt)).getUTCDay()] ?? 'sunday';
}
