import { DAY, HOUR, type Instant } from '../shared/time';
import type { Shift } from './shifts';
import { joinSpans, type Span, without } from './span';

/** How long before a shift its person is told: a day, an hour, and at its start. */
export const LEADS = ['day', 'hour', 'start'] as const;
export type Lead = (typeof LEADS)[number];

const BEFORE: Record<Lead, number> = { day: DAY, hour: HOUR, start: 0 };
/** "On call now" is no news any more so long after the start. */
const START_IS_NEWS_FOR = 4 * HOUR;

/** A notice whose time has come. `useful`: false if it is too late for what it says. */
export type DueNotice = Shift & { lead: Lead; dueAt: Instant; useful: boolean };

/**
 * The notices that fell due after `since` and up to `now`, by when they did. One that comes late is still useful as
 * long as it is true and no later one of the same shift is due: a day's notice until an hour before, an hour's until
 * the start, the start's for four hours while the shift lasts. `shifts` have their true starts after `since`.
 */
export function dueNotices(shifts: readonly Shift[], since: Instant, now: Instant): DueNotice[] {
  return shifts
    .flatMap((shift) => LEADS.map((lead) => ({ ...shift, lead, dueAt: shift.start - BEFORE[lead] })))
    .filter(({ dueAt }) => dueAt > since && dueAt <= now)
    .map((notice) => ({ ...notice, useful: now < usefulUntil(notice) }))
    .sort((a, b) => a.dueAt - b.dueAt || (a.user < b.user ? -1 : 1));
}

function usefulUntil({ lead, start, end }: Shift & { lead: Lead }): Instant {
  switch (lead) {
    case 'day':
      return start - BEFORE.hour;
    case 'hour':
      return start;
    case 'start':
      return Math.min(end, start + START_IS_NEWS_FOR);
  }
}

/** When the next notice after `now` falls due; null if none does. */
export function nextNotice(shifts: readonly Shift[], now: Instant): Instant | null {
  const due = shifts.flatMap(({ start }) => LEADS.map((lead) => start - BEFORE[lead])).filter((at) => at > now);
  return due.length > 0 ? Math.min(...due) : null;
}

/** What one person's shifts became: hours that are new to them, and hours that are theirs no more. */
export type ShiftsChange = { user: string; gains: Span[]; loses: Span[] };

/**
 * Whose shifts in [from, to) are others than before, by user. `told`: changes that people heard of on another way,
 * such as a cover that they took.
 */
export function shiftChanges(
  before: readonly Shift[],
  after: readonly Shift[],
  { start: from, end: to }: Span,
  told: readonly Shift[] = [],
): ShiftsChange[] {
  const hours = (shifts: readonly Shift[], user: string): Span[] =>
    joinSpans(
      shifts
        .filter((shift) => shift.user === user)
        .map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, to) })),
    );
  const users = [...new Set([...before, ...after].map(({ user }) => user))].sort();
  return users
    .map((user) => {
      const [had, has, known] = [hours(before, user), hours(after, user), hours(told, user)];
      return { user, gains: without(without(has, had), known), loses: without(without(had, has), known) };
    })
    .filter(({ gains, loses }) => gains.length + loses.length > 0);
}
