import type { Admission } from '../notification/admission';
import type { Notification } from '../notification/notification';
import { type Change, log, setTimer } from './change';
import { mark } from './notify';
import { UNSETTLED_CHECKS_MS } from './timers';

/**
 * In a storm the page is not sent by itself. It counts as BUNDLED: the incident goes on as if it had been sent, with the
 * person's next methods and the policy's next steps at their times. The one that brings the bundle wakes to send it.
 */
export function bundle(
  change: Change,
  notification: Notification,
  admission: Extract<Admission, { kind: 'gather' | 'folded' }>,
): void {
  const { id: notificationId, userId, userName, channel } = notification;
  const { until, kind } = admission;
  mark(change, notification, 'BUNDLED', 'told in one message with other incidents');
  change.state.paged[userId] = true;
  log(change, 'notification-bundled', { notificationId, userName, channel, until });
  if (kind === 'gather') setTimer(change, { id: `lead:${notificationId}`, kind: 'lead', at: until, notificationId });
}

/** A bundled page brings its bundle now, if its own incident still looks for somebody; else another has to. */
export function leadBundle(change: Change, notificationId: string): { kind: 'applied' | 'unchanged' } {
  const notification = change.state.notifications[notificationId];
  const { status } = change.state;
  if (notification?.state !== 'BUNDLED' || (status !== 'OPEN' && status !== 'ESCALATED')) return { kind: 'unchanged' };
  mark(change, notification, 'PENDING', 'brings the pages of a storm');
  change.effects.push({ kind: 'enqueue', notificationId });
  const at = change.now + UNSETTLED_CHECKS_MS[0];
  setTimer(change, { id: `unsettled:${notificationId}`, kind: 'unsettled', at, notificationId, check: 0 });
  return { kind: 'applied' };
}
