import { budgetOf } from '../../../domain/notification/budget';
import type { Notification } from '../../../domain/notification/notification';
import { isSettled } from '../../../domain/notification/state';
import type { Instant } from '../../../domain/shared/time';
import { within } from '../../access/within';
import type { Env } from '../../env';
import { personPort } from '../stubs';

/** A person's object that does not answer in this time holds nothing back (SEMANTICS 26). */
const PATIENCE_MS = 500;

const mayBeClaimed = ({ state, claim }: Notification, now: Instant): boolean =>
  !isSettled(state) && (claim === null || claim.until <= now);

/** Why the receiver's number must not be used now; null: it may, or nobody could be asked in time. */
export async function heldBackBy(env: Env, notification: Notification, now: Instant): Promise<string | null> {
  const { id: notificationId, channel, to: number, userId } = notification;
  if (!budgetOf(channel) || !mayBeClaimed(notification, now)) return null;
  const asked = await within(PATIENCE_MS, () => personPort(env, userId).spend({ channel, number, notificationId }));
  if (!asked.answered) console.warn(`budget of ${userId} did not answer: the page goes out`);
  return asked.answered && asked.value.kind === 'held-back' ? asked.value.reason : null;
}
