import { type Instant, MINUTE } from '../shared/time';
import type { Channel } from './channels';

/** So many messages to one number in so long a time; after that the next method is used (SEMANTICS 26). */
export type Budget = { limit: number; windowMs: number };

const BUDGETS: Partial<Record<Channel, Budget>> = {
  sms: { limit: 5, windowMs: 15 * MINUTE },
  voice: { limit: 3, windowMs: 15 * MINUTE },
};

/** The budget of a channel; null where messages disturb too little to be counted. */
export const budgetOf = (channel: Channel): Budget | null => BUDGETS[channel] ?? null;

/** One message that a number was sent. */
export type Spent = { notificationId: string; at: Instant };

/**
 * `granted` also for a notification that was counted before: an attempt that is repeated costs nothing. `held-back` says
 * when the number may be used again.
 */
export type BudgetVerdict = { kind: 'granted'; isNew: boolean } | { kind: 'held-back'; until: Instant; reason: string };

const NAMES: Partial<Record<Channel, string>> = { sms: 'messages', voice: 'calls' };

/** When what was spent at an instant no longer counts. */
export const countsUntil = (at: Instant, { windowMs }: Budget): Instant => at + windowMs;

/** Whether one more message may go to a number that was sent `spent`, in any order and however old. */
export function askBudget(
  channel: Channel,
  spent: readonly Spent[],
  notificationId: string,
  now: Instant,
): BudgetVerdict {
  const budget = budgetOf(channel);
  if (!budget || spent.some((one) => one.notificationId === notificationId)) return { kind: 'granted', isNew: false };
  const recent = spent.filter(({ at }) => countsUntil(at, budget) > now).toSorted((a, b) => a.at - b.at);
  const oldestThatCounts = recent.at(-budget.limit);
  if (!oldestThatCounts) return { kind: 'granted', isNew: true };
  const minutes = budget.windowMs / MINUTE;
  const reason = `held back: this number had ${budget.limit} ${NAMES[channel] ?? 'messages'} in ${minutes} minutes`;
  return { kind: 'held-back', until: countsUntil(oldestThatCounts.at, budget), reason };
}
