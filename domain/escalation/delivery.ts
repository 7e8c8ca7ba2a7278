import { addressForReaders } from '../notification/address';
import type { Admission } from '../notification/admission';
import { isLastWord } from '../notification/channels';
import type { Fault } from '../notification/fault';
import type { Delivery, Notification } from '../notification/notification';
import { retryDelaySeconds } from '../notification/retry';
import { isSettled } from '../notification/state';
import type { SealedVapid } from '../plan/plan';
import { hashedId } from '../shared/hash';
import { type Instant, SECOND } from '../shared/time';
import type { PlanSlack } from '../slack/workspace';
import { bundle } from './bundle';
import { type Change, clearTimer, log, setTimer } from './change';
import { clearProblem, hastenNextRung, mark, releaseBundle, reportProblem } from './notify';
import { fireStep, pageLastResort } from './paging';
import { endRepeats } from './repeat';
import { CLAIM_MS, MAX_ATTEMPTS, UNSETTLED_CHECKS_MS } from './timers';

export type ClaimOutcome =
  /** `vapid`: what Web Push signs with, as it travelled in the plan. */
  | { kind: 'send'; notification: Notification; attempt: number; slack?: PlanSlack; vapid?: SealedVapid }
  /** Somebody else is at it, or nothing is left to do: the message is done with. */
  | { kind: 'busy'; until: Instant }
  | { kind: 'settled' }
  | { kind: 'unknown' };

/** What a sender says, with the provider that was asked last. */
export type SettleResult = { provider: string | null; providerId: string | null; error: string | null } & (
  | { outcome: 'sent' }
  | { outcome: 'failed-temporarily'; retryAfterSeconds: number | null }
  /** `cause` tells an address that takes nothing from trouble of ours. */
  | { outcome: 'failed'; cause?: Exclude<Fault, 'temporary'> }
);

export const deliveryId = (notificationId: string, attempt: number): string =>
  hashedId('dlv', [notificationId, attempt]);

/** Whether the incident still looks for somebody by this notification. */
export function stillPages(change: Change, notification: Notification): boolean {
  const { status, acknowledgedAt } = change.state;
  if (notification.intent !== 'page' || status === 'OPEN' || status === 'ESCALATED') return true;
  // A raised urgency pages the one who has acknowledged: that page came after the acknowledgement.
  return status === 'ACKNOWLEDGED' && acknowledgedAt !== null && notification.createdAt > acknowledgedAt;
}

/**
 * A page whose sender never reported back is not sent again once nobody is looked for any more: the acknowledgement
 * came before what would be its next claim (SEMANTICS 5). True where that is so.
 */
function leaveInDoubt(change: Change, notification: Notification): boolean {
  if (notification.state !== 'SENDING' || stillPages(change, notification)) return false;
  notification.claim = null;
  const reason = 'its sender did not report back, and nobody is looked for any more';
  mark(change, notification, 'CANCELLED', reason);
  releaseBundle(change, notification, reason);
  const { id, userName, channel } = notification;
  log(change, 'notification-cancelled', { notificationId: id, userName, channel, reason });
  return true;
}

/**
 * Gives one sender the right to send, checked at the last moment: settled, taken back and disabled people are not. What
 * the receiver's budget holds back goes to the next method instead, and in a storm one page brings several (SEMANTICS 26).
 */
export function claim(change: Change, notificationId: string, admission: Admission = { kind: 'send' }): ClaimOutcome {
  const notification = change.state.notifications[notificationId];
  if (!notification) return { kind: 'unknown' };
  if (isSettled(notification.state)) return { kind: 'settled' };
  if (notification.claim && notification.claim.until > change.now) {
    return { kind: 'busy', until: notification.claim.until };
  }
  if (leaveInDoubt(change, notification)) return { kind: 'settled' };
  // A message delivered twice must not come before the time that the provider asked for.
  const retry = change.state.timers[`retry:${notificationId}`];
  if (retry && retry.at > change.now) return { kind: 'busy', until: retry.at };
  if (change.plan.people[notification.userId]?.status !== 'ACTIVE') {
    fail(change, notification, `${notification.userName} is not active any more`);
    return { kind: 'settled' };
  }
  switch (admission.kind) {
    case 'held-back':
      fail(change, notification, admission.reason, 'notification-held-back');
      return { kind: 'settled' };
    case 'gather':
    case 'folded':
      bundle(change, notification, admission);
      return { kind: 'settled' };
    case 'send':
      if (admission.bundle) {
        const { appUrl } = change.plan.organisation;
        notification.content = {
          ...notification.content,
          bundle: { incidents: admission.bundle, url: `${appUrl}/incidents` },
        };
      }
  }
  const attempt = notification.attempts + 1;
  notification.attempts = attempt;
  notification.claim = { attempt, until: change.now + CLAIM_MS };
  mark(change, notification, 'SENDING');
  change.deliveries.push({
    id: deliveryId(notificationId, attempt),
    notificationId,
    seq: change.state.seq,
    attempt,
    provider: null,
    state: 'SENDING',
    at: change.now,
    settledAt: null,
    providerId: null,
    error: null,
  });
  const { slack, vapid } = change.plan;
  return { kind: 'send', notification, attempt, ...(slack ? { slack } : {}), ...(vapid ? { vapid } : {}) };
}

/** When nothing of the latest wave can still reach anybody, the policy does not wait for its delay. */
function goOnWhenWaveFailed(change: Change, wave: number): void {
  const { state } = change;
  if (wave !== state.wave) return;
  const ofWave = Object.values(state.notifications).filter((one) => one.wave === wave && one.intent === 'page');
  const waiting = Object.values(state.timers).some((timer) => timer.kind === 'rung' && timer.rung.wave === wave);
  if (waiting || ofWave.some((one) => one.state !== 'FAILED')) return;
  const next = state.timers.step;
  if (next?.kind === 'step') {
    log(change, 'step-empty', {
      step: state.escalation.step,
      cycle: state.escalation.cycle,
      reason: 'no page got through',
    });
    fireStep(change, next.step, next.cycle);
  } else if (state.timers.finish) {
    clearTimer(change, 'finish');
    pageLastResort(change);
  }
}

/** Nothing more is sent by this notification: the next method goes out at once, and where none is left the policy goes on. */
export function fail(
  change: Change,
  notification: Notification,
  error: string,
  kind: 'notification-failed' | 'notification-held-back' = 'notification-failed',
): void {
  mark(change, notification, 'FAILED', error);
  const { id: notificationId, userName, channel, intent } = notification;
  log(change, kind, { notificationId, userName, channel, intent, error });
  if (intent !== 'page') return;
  releaseBundle(change, notification, error);
  endRepeats(change, notification);
  hastenNextRung(change, notification.userId, notification.wave);
  goOnWhenWaveFailed(change, notification.wave);
}

/** The message that was to tell of this page did not get out: the page goes to its next method. */
export function leaveBundle(change: Change, notificationId: string, reason: string): { kind: 'applied' | 'unchanged' } {
  const notification = change.state.notifications[notificationId];
  if (notification?.state !== 'BUNDLED' || !stillPages(change, notification)) return { kind: 'unchanged' };
  fail(change, notification, `the message it was told in: ${reason}`);
  return { kind: 'applied' };
}

export function retryLater(
  change: Change,
  notification: Notification,
  result: SettleResult & { outcome: 'failed-temporarily' },
): void {
  const error = result.error ?? 'the provider did not take it';
  if (!stillPages(change, notification)) {
    mark(change, notification, 'CANCELLED', error);
    releaseBundle(change, notification, error);
    return;
  }
  if (notification.attempts >= MAX_ATTEMPTS) {
    fail(change, notification, error);
    return;
  }
  mark(change, notification, 'FAILED_TEMPORARILY', error);
  const seconds = retryDelaySeconds(notification.attempts, result.retryAfterSeconds);
  const { id: notificationId, userName, channel, attempts } = notification;
  if (attempts === 1) log(change, 'notification-delayed', { notificationId, userName, channel, error });
  setTimer(change, { id: `retry:${notificationId}`, kind: 'retry', at: change.now + seconds * SECOND, notificationId });
  hastenNextRung(change, notification.userId, notification.wave);
}

/**
 * Records what became of one attempt; the same attempt told twice changes nothing, and a late failure never takes
 * back a success.
 */
export function settle(change: Change, notificationId: string, attempt: number, result: SettleResult): void {
  const notification = change.state.notifications[notificationId];
  if (!notification) return;
  const delivery: Delivery = {
    id: deliveryId(notificationId, attempt),
    notificationId,
    seq: change.state.seq,
    attempt,
    provider: result.provider,
    state: result.outcome === 'sent' ? 'SENT' : result.outcome === 'failed' ? 'FAILED' : 'FAILED_TEMPORARILY',
    at: change.now,
    settledAt: change.now,
    providerId: result.providerId,
    error: result.error,
  };
  change.deliveries.push(delivery);
  if (notification.claim?.attempt === attempt) notification.claim = null;
  if (isKnownBetter(notification, attempt)) return;
  switch (result.outcome) {
    case 'sent': {
      mark(change, notification, 'SENT');
      if (isLastWord(result.provider)) clearProblem(change, notification);
      const { userName, channel, intent, repetition } = notification;
      const to = addressForReaders(channel, notification.to);
      if (intent === 'page') change.state.paged[notification.userId] = true;
      log(change, 'notification-sent', {
        notificationId,
        userName,
        channel,
        to,
        intent,
        provider: result.provider,
        ...(repetition > 0 ? { repetition } : {}),
      });
      return;
    }
    case 'failed-temporarily':
      retryLater(change, notification, result);
      return;
    case 'failed':
      if (result.cause === 'recipient') reportProblem(change, notification, result.error ?? 'refused');
      fail(change, notification, result.error ?? 'the provider refused it');
      return;
  }
}

/** A receipt may overtake the sender's own report, and it knows better. */
const isKnownBetter = ({ state, attempts }: Notification, attempt: number): boolean =>
  state === 'SENT' || state === 'DELIVERED' || state === 'READ' || (state === 'FAILED' && attempt === attempts);

/**
 * A page that is not settled in time: the next rung fires, the same id goes on the queue again and, where no sender
 * holds it, out directly (SEMANTICS 4). Checked after 30, 60 and 120 s, then every two minutes.
 */
export function lookAfter(change: Change, notificationId: string, check: number): void {
  const notification = change.state.notifications[notificationId];
  if (!notification || isSettled(notification.state)) return;
  if (check === 0 && notification.intent === 'page') hastenNextRung(change, notification.userId, notification.wave);
  const held = notification.claim !== null && notification.claim.until > change.now;
  if (!held && leaveInDoubt(change, notification)) return;
  const waitsForRetry = `retry:${notificationId}` in change.state.timers;
  if (!held && !waitsForRetry) {
    change.effects.push({ kind: 'enqueue', notificationId }, { kind: 'send-directly', notificationId });
  }
  const steps = UNSETTLED_CHECKS_MS.length;
  const last = UNSETTLED_CHECKS_MS[steps - 1] ?? 0;
  const wait = (UNSETTLED_CHECKS_MS[check + 1] ?? last * 2) - (UNSETTLED_CHECKS_MS[check] ?? last);
  const id = `unsettled:${notificationId}`;
  setTimer(change, { id, kind: 'unsettled', at: change.now + wait, notificationId, check: Math.min(check + 1, steps) });
}

/** How long a send that was under way when the object stopped has to report back before it is done again. */
const REPORT_BACK_MS = 3 * SECOND;

export const hasUnsettled = (notifications: Record<string, Notification>): boolean =>
  Object.values(notifications).some(({ state }) => !isSettled(state));

/** True while a message is on a queue or at a provider: what a crash now would leave in doubt. */
export const hasMessagesOut = (notifications: Record<string, Notification>): boolean =>
  Object.values(notifications).some(({ state }) => state === 'PENDING' || state === 'SENDING');

/**
 * After a restart nobody knows what became of messages that were out: a queue may have lost its own, a sender may have
 * died. Waiting ones are queued again at once; one that was being sent is sent again unless it reports back soon. In
 * doubt twice: a double page beats a lost one (ARCHITECTURE §5, F1).
 */
export function recover(change: Change): void {
  for (const notification of Object.values(change.state.notifications)) {
    if (isSettled(notification.state) || `retry:${notification.id}` in change.state.timers) continue;
    const { id: notificationId, claim } = notification;
    if (!claim) {
      change.effects.push({ kind: 'enqueue', notificationId });
      continue;
    }
    const at = change.now + REPORT_BACK_MS;
    notification.claim = { ...claim, until: Math.min(claim.until, at) };
    notification.seq = change.state.seq;
    const id = `unsettled:${notificationId}`;
    const known = change.state.timers[id];
    const check = known?.kind === 'unsettled' ? known.check : 0;
    setTimer(change, { id, kind: 'unsettled', at: Math.min(at, known?.at ?? at), notificationId, check });
  }
}
