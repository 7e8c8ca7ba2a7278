import type { Priority } from '../incident/incident';
import { DAY, HOUR, type Instant } from '../shared/time';
import { parseWallClock, zoneClock } from '../shared/zone';

export const ACTION_ITEM_STATUSES = ['OPEN', 'IN_PROGRESS', 'BLOCKED', 'COMPLETED'] as const;
export type ActionItemStatus = (typeof ACTION_ITEM_STATUSES)[number];

/** `dueOn` is a date such as 2026-12-01: the last day on which it is in time. */
export type ActionItem = {
  id: string;
  postmortemId: string;
  title: string;
  ownerId: string | null;
  dueOn: string | null;
  priority: Priority;
  status: ActionItemStatus;
  createdAt: Instant;
  updatedAt: Instant;
  completedAt: Instant | null;
  remindAt: Instant | null;
};

const MORNING = 9 * HOUR;
/** Reminders come again weekly while it is overdue. */
export const REMIND_EVERY = 7 * DAY;

/** The first instant at which it is overdue: the end of its day on the owner's clock; null: it is never. */
export function overdueAt(dueOn: string | null, zone: string): Instant | null {
  const wall = dueOn === null ? null : parseWallClock(`${dueOn}T00:00`);
  return wall === null ? null : zoneClock(zone).fromWall(wall + DAY);
}

/**
 * When its owner is to be reminded first: at nine in the morning after its last day, on their own clock. Null where
 * nobody owns it, it has no date, or it is done.
 */
export function firstReminder(
  { dueOn, ownerId, status }: Pick<ActionItem, 'dueOn' | 'ownerId' | 'status'>,
  zone: string,
): Instant | null {
  const wall = dueOn === null ? null : parseWallClock(`${dueOn}T00:00`);
  if (wall === null || ownerId === null || status === 'COMPLETED') return null;
  return zoneClock(zone).fromWall(wall + DAY + MORNING);
}

/** The next reminder after one that is due at `at`: a week later, and never in the past. */
export function nextReminder(at: Instant, now: Instant): Instant {
  const weeks = Math.max(1, Math.ceil((now - at + 1) / REMIND_EVERY));
  return at + weeks * REMIND_EVERY;
}
