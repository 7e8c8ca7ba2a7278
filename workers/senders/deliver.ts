import type { ClaimOutcome, SettleResult } from '../../domain/escalation/delivery';
import { renderMessage } from '../../domain/notification/render/render';
import { withSlackToken } from '../access/slack-token';
import { configOf } from '../config';
import type { Env } from '../env';
import { reasonUnusable, sendersFor } from './registry';
import { providerRests } from './rests';
import { sendMessage } from './send';
import type { SendResult } from './sender';

/** The incident's side of a delivery: asked before a send, told after it. */
export type DeliveryPort = {
  claim: (notificationId: string) => Promise<ClaimOutcome>;
  settle: (notificationId: string, attempt: number, result: SettleResult) => Promise<void>;
};

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

type Sent = { result: SettleResult; reconnect: string | null };

async function send(
  env: Env,
  { notification, attempt, slack }: Extract<ClaimOutcome, { kind: 'send' }>,
): Promise<Sent> {
  const { channel } = notification;
  const config = channel === 'slack' ? await withSlackToken(configOf(env), slack) : configOf(env);
  const senders = sendersFor(env, config, channel);
  if (senders.length === 0) {
    const error = reasonUnusable(config, channel);
    return { result: { outcome: 'failed', provider: null, providerId: null, error }, reconnect: null };
  }
  const message = {
    ...renderMessage(channel, notification.content),
    id: notification.id,
    incidentId: notification.content.incident.id,
    channel,
    to: notification.to,
    recipientName: notification.userName,
    attempt,
  };
  const result = await sendMessage(senders, message, providerRests, Date.now());
  const reconnect = result.outcome === 'failed' ? (result.reconnect ?? null) : null;
  return { result: settleResult(result), reconnect };
}

/** `reconnect`: the provider's code where our credentials are worth nothing any more, for whoever tells the administrator. */
export type Delivered = { kind: ClaimOutcome['kind']; reconnect: string | null };

/**
 * Claim, send, settle. Done once for each message of a queue, and by the incident itself when a queue has lost one;
 * the claim sees to it that only one of them sends. Throws when the incident cannot be asked or told.
 */
export async function deliver(env: Env, port: DeliveryPort, notificationId: string): Promise<Delivered> {
  const claimed = await port.claim(notificationId);
  if (claimed.kind !== 'send') return { kind: claimed.kind, reconnect: null };
  const { result, reconnect } = await send(env, claimed);
  await port.settle(notificationId, claimed.attempt, result);
  return { kind: 'send', reconnect };
}
