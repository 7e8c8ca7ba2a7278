import type { ClaimOutcome, SettleResult } from '../../domain/escalation/delivery';
import { renderMessage } from '../../domain/notification/render/render';
import { withSlackToken } from '../access/slack-token';
import { configOf } from '../config';
import type { Env } from '../env';
import { actionLinks, receiptToken } from './links';
import { reasonUnusable, sendersFor } from './registry';
import { providerRests } from './rests';
import { sendMessage } from './send';
import type { SendResult } from './sender';

/** The incident's side of a delivery: asked before a send, told after it. */
export type DeliveryPort = {
  claim: (notificationId: string) => Promise<ClaimOutcome>;
  settle: (notificationId: string, attempt: number, result: SettleResult) => Promise<void>;
};

/** A device whose address has ended: nothing may be sent there again. */
export type GoneDevice = { methodId: string; value: string; error: string };

type Claimed = Extract<ClaimOutcome, { kind: 'send' }>;

function settleResult(result: SendResult & { provider: string | null }): SettleResult {
  switch (result.outcome) {
    case 'sent':
      return { outcome: 'sent', provider: result.provider, providerId: result.providerId, error: null };
    case 'failed-temporarily':
      return {
        outcome: 'failed-temporarily',
        provider: result.provider,
        providerId: null,
        error: result.error,
        retryAfterSeconds: result.retryAfterSeconds,
      };
    case 'failed':
      return {
        outcome: 'failed',
        provider: result.provider,
        providerId: null,
        error: result.error,
        cause: result.cause,
      };
  }
}

async function send(
  env: Env,
  { notification, attempt, slack, vapid }: Claimed,
): Promise<SendResult & { provider: string | null }> {
  const { channel } = notification;
  const config = channel === 'slack' ? await withSlackToken(configOf(env), slack) : configOf(env);
  const senders = sendersFor(env, config, channel);
  if (senders.length === 0) {
    return { outcome: 'failed', provider: null, error: reasonUnusable(config, channel), cause: 'setup' };
  }
  const message = {
    ...renderMessage(channel, notification.content, await actionLinks(env, notification)),
    id: notification.id,
    incidentId: notification.content.incident.id,
    channel,
    to: notification.to,
    recipientName: notification.userName,
    attempt,
    vapid,
    receipt: await receiptToken(config, notification),
  };
  return sendMessage(senders, message, providerRests, Date.now());
}

/** `reconnect`: the provider's code where our credentials are worth nothing any more, for whoever tells the administrator. */
export type Delivered = { kind: ClaimOutcome['kind']; reconnect: string | null; gone: GoneDevice | null };

/**
 * Claim, send, settle. Done once for each message of a queue, and by the incident itself when a queue has lost one;
 * the claim sees to it that only one of them sends. Throws when the incident cannot be asked or told. `gone` is for the
 * caller to store: the next page would find it out again.
 */
export async function deliver(env: Env, port: DeliveryPort, notificationId: string): Promise<Delivered> {
  const claimed = await port.claim(notificationId);
  if (claimed.kind !== 'send') return { kind: claimed.kind, reconnect: null, gone: null };
  const result = await send(env, claimed);
  await port.settle(notificationId, claimed.attempt, settleResult(result));
  if (result.outcome !== 'failed') return { kind: 'send', reconnect: null, gone: null };
  const { methodId, to: value } = claimed.notification;
  const gone = result.gone ? { methodId, value, error: result.error } : null;
  return { kind: 'send', reconnect: result.reconnect ?? null, gone };
}
