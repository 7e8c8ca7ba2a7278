import { hashedId } from '../shared/hash';
import { HOUR, type Instant, MINUTE, SECOND } from '../shared/time';
import { typeOf, type WebhookEvent } from './event';

/** PENDING waits for its sender, SENDING is held by one. The words are those of notifications (FEATURES §4). */
export const WEBHOOK_DELIVERY_STATES = [
  'PENDING',
  'SENDING',
  'SENT',
  'FAILED_TEMPORARILY',
  'FAILED',
  'CANCELLED',
] as const;
export type WebhookDeliveryState = (typeof WEBHOOK_DELIVERY_STATES)[number];

/** One event on its way to one webhook, as it is stored. */
export type WebhookDelivery = {
  id: string;
  webhookId: string;
  eventId: string;
  eventType: string;
  /** Null for a test. */
  incidentId: string | null;
  state: WebhookDeliveryState;
  /** How many sends were begun, over all rounds. */
  attempts: number;
  /** How many of them belong to earlier rounds: a redelivery starts the schedule anew. */
  attemptsBefore: number;
  /** Of the last attempt: the receiver's answer, what was wrong, how long it took. */
  status: number | null;
  error: string | null;
  latencyMs: number | null;
  leasedUntil: Instant | null;
  /** When the sweep looks after it; null once it needs no sender. */
  nextAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
};

/** Longer than a send takes. */
export const WEBHOOK_LEASE_MS = MINUTE;
/** How long a queue is trusted before the sweep puts it there again. */
export const WEBHOOK_QUEUE_PATIENCE = 2 * MINUTE;

/** An event for one webhook that waits for its first sender; the same pair always has the same id. */
export const newDelivery = (webhookId: string, event: WebhookEvent, now: Instant): WebhookDelivery => ({
  id: hashedId('whd', [webhookId, event.id]),
  webhookId,
  eventId: event.id,
  eventType: typeOf(event),
  incidentId: event.kind === 'test' ? null : event.incident.id,
  state: 'PENDING',
  attempts: 0,
  attemptsBefore: 0,
  status: null,
  error: null,
  latencyMs: null,
  leasedUntil: null,
  nextAt: now + WEBHOOK_QUEUE_PATIENCE,
  createdAt: now,
  updatedAt: now,
});

/** What is waited after the first, second … failed attempt (Standard Webhooks). After the last one it has failed. */
export const WEBHOOK_RETRY_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/** Answers that say "slower": for so long nothing else goes to that receiver either. */
const SLOW_STATUSES: readonly number[] = [429, 502, 504];
const SLOW_MS = 30 * SECOND;
/** A receiver may ask for patience, not for ever. */
const LONGEST_WAIT_MS = 24 * HOUR;

/** What one send came to; the sender's own results are of this form. */
export type WebhookAttempt =
  | { outcome: 'sent'; status: number }
  | { outcome: 'failed-temporarily'; status: number | null; error: string; retryAfterSeconds: number | null }
  | { outcome: 'failed'; status: number | null; error: string; cause: 'gone' | 'setup' };

export type DeliveryChange = Pick<
  WebhookDelivery,
  'state' | 'status' | 'error' | 'leasedUntil' | 'nextAt' | 'updatedAt'
>;
/** What becomes of the delivery, and of its webhook: slower until then, or off for this reason. */
export type AfterAttempt = { change: DeliveryChange; slowUntil: Instant | null; disable: string | null };

const settled = (
  state: 'SENT' | 'FAILED' | 'CANCELLED',
  status: number | null,
  error: string | null,
  now: Instant,
): DeliveryChange => ({ state, status, error, leasedUntil: null, nextAt: null, updatedAt: now });

export const cancelled = (reason: string, now: Instant): DeliveryChange => settled('CANCELLED', null, reason, now);

/** How long the receiver is left alone by what it said: Retry-After, or a while where its answer says "slower". */
function quietMs(status: number | null, retryAfterSeconds: number | null): number {
  const asked = Math.min((retryAfterSeconds ?? 0) * SECOND, LONGEST_WAIT_MS);
  return Math.max(asked, status !== null && SLOW_STATUSES.includes(status) ? SLOW_MS : 0);
}

/** What a leased delivery becomes by the result of its send. `attempts` counts this one. */
export function afterWebhookAttempt(
  { attempts, attemptsBefore }: Pick<WebhookDelivery, 'attempts' | 'attemptsBefore'>,
  result: WebhookAttempt,
  now: Instant,
): AfterAttempt {
  switch (result.outcome) {
    case 'sent':
      return { change: settled('SENT', result.status, null, now), slowUntil: null, disable: null };
    case 'failed': {
      const disable = result.cause === 'gone' ? `The receiver answered ${result.status}: it takes no more.` : null;
      return { change: settled('FAILED', result.status, result.error, now), slowUntil: null, disable };
    }
    case 'failed-temporarily': {
      const { status, error, retryAfterSeconds } = result;
      const quiet = quietMs(status, retryAfterSeconds);
      const slowUntil = quiet > 0 ? now + quiet : null;
      const wait = WEBHOOK_RETRY_MS[attempts - attemptsBefore - 1];
      if (wait === undefined) return { change: settled('FAILED', status, error, now), slowUntil, disable: null };
      const times = { leasedUntil: null, nextAt: now + Math.max(wait, quiet), updatedAt: now };
      return { change: { state: 'FAILED_TEMPORARILY', status, error, ...times }, slowUntil, disable: null };
    }
  }
}
