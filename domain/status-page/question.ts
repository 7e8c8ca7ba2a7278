import { hashedId } from '../shared/hash';
import { type Instant, MINUTE } from '../shared/time';
import {
  afterWebhookAttempt,
  type DeliveryChange,
  type WebhookAttempt,
  type WebhookDeliveryState,
} from '../webhook/delivery';

/** A webhook or Slack channel on its way to being asked whether it wants a page's updates, as it is stored. */
export type Question = {
  id: string;
  subscriberId: string;
  state: WebhookDeliveryState;
  attempts: number;
  /** Of the last attempt. */
  status: number | null;
  error: string | null;
  leasedUntil: Instant | null;
  nextAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
};

/** How long a queue is trusted with a question before the sweep puts it there again. */
export const QUESTION_PATIENCE = 2 * MINUTE;

/** Nobody has said yet that the address is theirs, so it is not knocked at for long. */
const MOST_ATTEMPTS = 3;

/** One question for each time that somebody asked. */
export const newQuestion = (subscriberId: string, now: Instant): Question => ({
  id: hashedId('stq', [subscriberId, now]),
  subscriberId,
  state: 'PENDING',
  attempts: 0,
  status: null,
  error: null,
  leasedUntil: null,
  nextAt: now + QUESTION_PATIENCE,
  createdAt: now,
  updatedAt: now,
});

/** What a leased question becomes by the result of its send: by the rules of all webhooks, but given up sooner. */
export function afterQuestion({ attempts }: Question, result: WebhookAttempt, now: Instant): DeliveryChange {
  const { change } = afterWebhookAttempt({ attempts, attemptsBefore: 0 }, result, now);
  const isEnough = change.state === 'FAILED_TEMPORARILY' && attempts >= MOST_ATTEMPTS;
  return isEnough ? { ...change, state: 'FAILED', nextAt: null } : change;
}
