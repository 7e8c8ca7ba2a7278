import type { Notification } from '../notification/notification';
import type { Receipt } from '../notification/receipt/receipt';
import { type Change, log, setTimer } from './change';
import { deliveryId, fail, retryLater, stillPages } from './delivery';
import { clearProblem, mark, reportProblem } from './notify';
import { UNSETTLED_CHECKS_MS } from './timers';

export type ReceiptOutcome = { kind: 'applied' } | { kind: 'unchanged' } | { kind: 'unknown' };

/** A receipt that only says more of one attempt. */
function recordAttempt(change: Change, notificationId: string, attempt: number, receipt: Receipt): void {
  change.deliveries.push({
    id: deliveryId(notificationId, attempt),
    notificationId,
    seq: change.state.seq,
    attempt,
    provider: receipt.provider,
    state: receipt.state,
    at: change.now,
    settledAt: change.now,
    providerId: receipt.providerId,
    error: receipt.state === 'FAILED' ? receipt.reason : null,
  });
}

/** The page has reached its receiver: nothing of it is sent again. */
function arrived(change: Change, notification: Notification, receipt: Receipt & { state: 'DELIVERED' | 'READ' }): void {
  mark(change, notification, receipt.state);
  const { id: notificationId, userName, channel, intent, userId } = notification;
  if (intent === 'page') change.state.paged[userId] = true;
  const kind = receipt.state === 'READ' ? 'notification-read' : 'notification-delivered';
  log(change, kind, { notificationId, userName, channel, intent, provider: receipt.provider });
  clearProblem(change, notification);
}

/**
 * The page did not reach its receiver: the next method goes out at once. What may heal, such as a phone out of reach, is
 * tried once more as well.
 */
function cameBack(change: Change, notification: Notification, receipt: Receipt & { state: 'FAILED' }): void {
  const { reason, cause } = receipt;
  if (notification.claim?.attempt === notification.attempts) notification.claim = null;
  if (cause === 'recipient') reportProblem(change, notification, reason);
  if (cause !== 'temporary' || notification.attempts > 1 || !stillPages(change, notification)) {
    fail(change, notification, reason);
    return;
  }
  const result = {
    outcome: 'failed-temporarily',
    provider: receipt.provider,
    providerId: null,
    error: reason,
  } as const;
  retryLater(change, notification, { ...result, retryAfterSeconds: null });
  const [firstCheck] = UNSETTLED_CHECKS_MS;
  const id = `unsettled:${notification.id}`;
  setTimer(change, { id, kind: 'unsettled', at: change.now + firstCheck, notificationId: notification.id, check: 1 });
}

/**
 * What a provider reports of a notification. States never go backwards, so a report that repeats or comes late changes
 * nothing; one of an earlier attempt only says more of that attempt, because a later one is under way.
 */
export function receive(change: Change, notificationId: string, receipt: Receipt): ReceiptOutcome {
  const notification = change.state.notifications[notificationId];
  const attempt = receipt.attempt ?? notification?.attempts ?? 0;
  if (!notification || attempt < 1 || attempt > notification.attempts) return { kind: 'unknown' };
  switch (notification.state) {
    case 'READ':
      return { kind: 'unchanged' };
    case 'DELIVERED':
      if (receipt.state !== 'READ') return { kind: 'unchanged' };
      break;
    case 'FAILED':
    case 'CANCELLED':
    case 'BUNDLED':
      if (receipt.state === 'FAILED') return { kind: 'unchanged' };
      recordAttempt(change, notificationId, attempt, receipt);
      return { kind: 'applied' };
    case 'PENDING':
    case 'SENDING':
    case 'SENT':
    case 'FAILED_TEMPORARILY':
      break;
  }
  recordAttempt(change, notificationId, attempt, receipt);
  if (receipt.state !== 'FAILED') arrived(change, notification, receipt);
  else if (attempt === notification.attempts) cameBack(change, notification, receipt);
  return { kind: 'applied' };
}
