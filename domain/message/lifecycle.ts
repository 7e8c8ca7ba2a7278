import type { Channel } from '../notification/channels';
import type { Fault } from '../notification/fault';
import { retryDelaySeconds } from '../notification/retry';
import type { NotificationState } from '../notification/state';
import { type Instant, MINUTE, SECOND } from '../shared/time';
import { isOutdated, isSecretKind, type MessageKind } from './kinds';

/** A message that belongs to no incident, as it is stored. Words of a secret kind are sealed, with the HTML among them. */
export type Message = {
  id: string;
  kind: MessageKind;
  channel: Channel;
  userId: string | null;
  recipient: string;
  recipientName: string;
  subject: string | null;
  text: string;
  html: string | null;
  /** Where its receiver ends more of its kind, with one click (RFC 8058). */
  unsubscribeUrl: string | null;
  state: NotificationState;
  reason: string | null;
  /** How many sends were begun. */
  attempts: number;
  /** Until when only one consumer may send it. */
  leasedUntil: Instant | null;
  /** When the sweep looks after it; null once it needs no sender any more. */
  nextAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
};

/** Longer than any send takes (SEND_TIMEOUT_MS for each provider of a channel). */
export const LEASE_MS = MINUTE;
/** How long a queue is trusted with a message before the sweep puts it there again. */
export const QUEUE_PATIENCE = 2 * MINUTE;
/** The queue of many may take its time; the sweep leaves it that, and has a hand free for messages to one. */
export const MANY_PATIENCE = 15 * MINUTE;
const MAX_ATTEMPTS = 8;

export type NewMessage = Pick<Message, 'id' | 'kind' | 'channel' | 'userId' | 'recipient' | 'recipientName'>;

/** A message that waits for its first sender, `waitMs` from now at the earliest. */
export const newMessage = (
  fields: NewMessage,
  words: Pick<Message, 'subject' | 'text' | 'html'>,
  now: Instant,
  waitMs = 0,
): Message => ({
  ...fields,
  ...words,
  unsubscribeUrl: null,
  state: 'PENDING',
  reason: null,
  attempts: 0,
  leasedUntil: null,
  nextAt: now + waitMs + QUEUE_PATIENCE,
  createdAt: now,
  updatedAt: now,
});

/** What became of one send; the results of senders are of this form. */
export type AttemptResult =
  | { outcome: 'sent'; providerId: string | null }
  | { outcome: 'failed-temporarily'; error: string; retryAfterSeconds: number | null }
  | { outcome: 'failed'; error: string; cause?: Exclude<Fault, 'temporary'> };

/** What a row becomes. `text` and `html` only where they are wiped. */
export type MessageChange = Pick<Message, 'state' | 'reason' | 'leasedUntil' | 'nextAt' | 'updatedAt'> &
  Partial<Pick<Message, 'text' | 'html'>>;

/** The row when nobody has to send it any more. */
export const endMessage = (
  kind: MessageKind,
  state: 'SENT' | 'DELIVERED' | 'READ' | 'FAILED' | 'CANCELLED',
  reason: string | null,
  now: Instant,
): MessageChange => ({
  state,
  reason,
  leasedUntil: null,
  nextAt: null,
  updatedAt: now,
  ...(isSecretKind(kind) ? { text: '', html: null } : {}),
});

/** Null when a message that was just leased may be sent, else what it ends as: too old, or tried too often. */
export function refuseToSend({ kind, createdAt, attempts }: Message, now: Instant): MessageChange | null {
  if (isOutdated(kind, createdAt, now)) return endMessage(kind, 'CANCELLED', 'was not sent in time', now);
  if (attempts > MAX_ATTEMPTS) return endMessage(kind, 'FAILED', `given up after ${MAX_ATTEMPTS} attempts`, now);
  return null;
}

/** What a leased message becomes by the result of its send; `retryInSeconds` is null when there is no next one. */
export function afterAttempt(
  { kind, attempts }: Pick<Message, 'kind' | 'attempts'>,
  result: AttemptResult,
  now: Instant,
): { change: MessageChange; retryInSeconds: number | null } {
  switch (result.outcome) {
    case 'sent':
      return { change: endMessage(kind, 'SENT', null, now), retryInSeconds: null };
    case 'failed':
      return { change: endMessage(kind, 'FAILED', result.error, now), retryInSeconds: null };
    case 'failed-temporarily': {
      if (attempts >= MAX_ATTEMPTS)
        return { change: endMessage(kind, 'FAILED', result.error, now), retryInSeconds: null };
      const seconds = retryDelaySeconds(attempts, result.retryAfterSeconds);
      const times = { leasedUntil: null, nextAt: now + seconds * SECOND, updatedAt: now };
      return { change: { state: 'FAILED_TEMPORARILY', reason: result.error, ...times }, retryInSeconds: seconds };
    }
  }
}
