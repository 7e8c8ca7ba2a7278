import type { Intent } from '../notification/content';
import { isUnclaimed, type Notification } from '../notification/notification';
import { isSettled, type NotificationState } from '../notification/state';
import { hashedId } from '../shared/hash';
import { type Change, clearTimer, log, setTimer } from './change';
import { repeatLater } from './repeat';
import type { PendingRung } from './timers';
import { UNSETTLED_CHECKS_MS } from './timers';

const incidentUrl = (change: Change): string => `${change.plan.organisation.appUrl}/incidents/${change.state.id}`;

/** Makes one notification and puts it on its queue; nothing if the same intent exists already. */
export function notify(change: Change, page: PendingRung, intent: Intent = 'page', repetition = 0): void {
  const { state, plan, now } = change;
  const person = plan.people[page.userId];
  if (!person) return;
  const id = hashedId('ntf', [state.id, page.wave, page.userId, page.methodId, intent, page.rung, repetition]);
  if (state.notifications[id]) return;
  const alerts = Object.values(state.alerts);
  state.notifications[id] = {
    id,
    seq: state.seq,
    intent,
    userId: page.userId,
    userName: person.name,
    methodId: page.methodId,
    channel: page.channel,
    to: page.value,
    wave: page.wave,
    step: page.step,
    cycle: page.cycle,
    rung: page.rung,
    repetition,
    state: 'PENDING',
    reason: null,
    ...(state.request && intent === 'page' ? { request: state.request } : {}),
    content: {
      intent,
      organisation: plan.organisation.name,
      incident: {
        id: state.id,
        number: state.number,
        title: state.title,
        description: state.description,
        status: state.status,
        urgency: state.urgency,
        priority: state.priority,
        serviceName: plan.service.name,
        openedAt: state.openedAt,
        alertCount: alerts.length,
        source: state.source,
        sourceLink: state.sourceLink,
        labels: alerts[0]?.labels ?? {},
        runbookUrl: plan.service.runbookUrl,
      },
      recipient: { id: person.id, name: person.name, timezone: person.timezone, locale: person.locale },
      step: page.step,
      cycle: page.cycle,
      why: page.why,
      url: incidentUrl(change),
      createdAt: now,
    },
    createdAt: now,
    updatedAt: now,
    attempts: 0,
    claim: null,
  };
  change.effects.push({ kind: 'enqueue', notificationId: id });
  const [firstCheck] = UNSETTLED_CHECKS_MS;
  setTimer(change, { id: `unsettled:${id}`, kind: 'unsettled', at: now + firstCheck, notificationId: id, check: 0 });
  if (intent === 'page' && repetition === 0) repeatLater(change, page);
}

/** Sets a notification's state; a settled one is waited for no longer. */
export function mark(
  change: Change,
  notification: Notification,
  state: NotificationState,
  reason: string | null = null,
): void {
  notification.state = state;
  notification.reason = reason;
  notification.updatedAt = change.now;
  notification.seq = change.state.seq;
  if (!isSettled(state)) return;
  clearTimer(change, `unsettled:${notification.id}`);
  clearTimer(change, `retry:${notification.id}`);
}

/** Its address takes no messages: said beside the contact method until one arrives there. */
export function reportProblem(change: Change, { methodId, to }: Notification, reason: string): void {
  const problem = { reason, at: change.now };
  change.effects.push({ kind: 'mark-method', methodId, value: to, problem });
}

export function clearProblem(change: Change, { methodId, to }: Notification): void {
  change.effects.push({ kind: 'mark-method', methodId, value: to, problem: null });
}

/** A page that told of others as well will not get through: they must not wait for it. */
export function releaseBundle(change: Change, notification: Notification, reason: string): void {
  if (!notification.content.bundle) return;
  const { id: notificationId, userId, channel, to: number } = notification;
  change.effects.push({ kind: 'release-bundle', userId, channel, number, notificationId, reason });
}

/** Takes back every page that no sender has claimed; a claimed one cannot be recalled (SEMANTICS 5). */
export function cancelUnclaimed(change: Change, reason: string): void {
  for (const notification of Object.values(change.state.notifications)) {
    if (!isUnclaimed(notification) || notification.intent !== 'page') continue;
    mark(change, notification, 'CANCELLED', reason);
    releaseBundle(change, notification, reason);
    const { userName, channel } = notification;
    log(change, 'notification-cancelled', { notificationId: notification.id, userName, channel, reason });
  }
}

/** Fires the next waiting rung of a person's wave now, because the one before it did not get through. */
export function hastenNextRung(change: Change, userId: string, wave: number): void {
  const waiting = Object.values(change.state.timers).flatMap((timer) =>
    timer.kind === 'rung' && timer.rung.userId === userId && timer.rung.wave === wave && !timer.rung.isHeld
      ? [timer]
      : [],
  );
  const [next] = waiting.toSorted((a, b) => a.at - b.at);
  if (!next) return;
  clearTimer(change, next.id);
  notify(change, next.rung);
}
