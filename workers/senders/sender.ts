import type { Channel } from '../../domain/notification/channels';
import type { RenderedMessage } from '../../domain/notification/content';
import type { SealedVapid } from '../../domain/plan/plan';

/** One message for one address, ready to go. */
export type OutgoingMessage = RenderedMessage & {
  /** The notification's id: the provider's idempotency key and the Message-ID, the same on each attempt. */
  id: string;
  channel: Channel;
  /** E-mail address, E.164 number, Slack member id, or a PushSubscription as JSON. */
  to: string;
  recipientName: string;
  /** The incident it is about, for receipts; absent for messages that belong to none. */
  incidentId?: string;
  /** Of one of many: where the receiver ends them with one click. */
  unsubscribeUrl?: string | null;
  /** Counts from 1. */
  attempt: number;
  /** For Web Push: what it is signed with, and the token with which the device says that it has arrived. */
  vapid?: SealedVapid | null;
  receipt?: string | null;
};

/**
 * What became of it. `failed-temporarily` may be tried again, never before `retryAfterSeconds`. `failed` is for good:
 * `recipient` means this address, `setup` means ours to mend (the operator is told), `message` means our bug.
 * `reconnect` is the provider's code where our credentials are worth nothing any more, `gone`: the address has ended and
 * must not be used again. Errors are one line for a person and hold no secret.
 */
export type SendResult =
  | { outcome: 'sent'; providerId: string | null }
  | { outcome: 'failed-temporarily'; error: string; retryAfterSeconds: number | null }
  | {
      outcome: 'failed';
      error: string;
      cause: 'recipient' | 'setup' | 'message';
      reconnect?: string;
      gone?: true;
    };

/** Sends one message by one provider and says what happened; it never throws, retries or decides anything else. */
export type Sender = {
  provider: string;
  channel: Channel;
  /** Where one provider stands for many hosts: the one this message goes to, which rests for itself. */
  hostOf?: (message: OutgoingMessage) => string;
  send: (message: OutgoingMessage) => Promise<SendResult>;
};

/** A provider that does not answer in this time has failed for now; the claim of a send lasts longer than this. */
export const SEND_TIMEOUT_MS = 12_000;
