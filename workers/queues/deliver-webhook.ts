import { recordAudit } from '../../db/repositories/audit';
import { runBatch, type Statement } from '../../db/repositories/batch';
import {
  findWebhookDelivery,
  findWebhookEvent,
  insertWebhookAttempt,
  leaseWebhookDelivery,
  postponeWebhookDelivery,
  settleWebhookDelivery,
} from '../../db/repositories/webhook-deliveries';
import { disableWebhook, findWebhook, slowWebhook } from '../../db/repositories/webhooks';
import { hashedId } from '../../domain/shared/hash';
import type { Instant } from '../../domain/shared/time';
import {
  afterWebhookAttempt,
  cancelled,
  WEBHOOK_LEASE_MS,
  type WebhookAttempt,
  type WebhookDelivery,
} from '../../domain/webhook/delivery';
import { TEST_TYPE } from '../../domain/webhook/event';
import { renderWebhook } from '../../domain/webhook/render/render';
import type { Webhook } from '../../domain/webhook/webhook';
import { configOf } from '../config';
import { databaseOf } from '../database';
import type { Env } from '../env';
import { openWebhook } from '../operations/webhook/sealed';
import { sendWebhook } from '../senders/webhook/webhook';
import { systemContext } from '../system-context';
import { enqueueAt } from './enqueue-at';

/** Takes the delivery for this consumer; null when there is nothing to send now. */
async function lease(env: Env, deliveryId: string): Promise<{ delivery: WebhookDelivery; webhook: Webhook } | null> {
  const db = databaseOf(env);
  const now = Date.now();
  const waiting = await findWebhookDelivery(db, deliveryId);
  const webhook = waiting && (await findWebhook(db, waiting.webhookId));
  if (!webhook) return null;
  if (webhook.slowUntil !== null && webhook.slowUntil > now) {
    await runBatch(db, [postponeWebhookDelivery(db, deliveryId, webhook.slowUntil, now)]);
    await enqueueAt(env, { kind: 'webhook', deliveryId }, webhook.slowUntil);
    return null;
  }
  const delivery = await leaseWebhookDelivery(db, deliveryId, now, now + WEBHOOK_LEASE_MS);
  if (!delivery) return null;
  if (webhook.enabled || delivery.eventType === TEST_TYPE) return { delivery, webhook };
  await runBatch(db, [settleWebhookDelivery(db, delivery, cancelled('the webhook is off', now))]);
  return null;
}

async function settle(env: Env, delivery: WebhookDelivery, result: WebhookAttempt, begunAt: Instant): Promise<void> {
  const db = databaseOf(env);
  const now = Date.now();
  const { change, slowUntil, disable } = afterWebhookAttempt(delivery, result, now);
  const latencyMs = now - begunAt;
  const attempt = {
    id: hashedId('wha', [delivery.id, delivery.attempts]),
    deliveryId: delivery.id,
    attempt: delivery.attempts,
    status: change.status,
    error: change.error,
    latencyMs,
    at: begunAt,
  };
  await runBatch(db, [
    settleWebhookDelivery(db, delivery, { ...change, latencyMs }),
    insertWebhookAttempt(db, attempt),
    ...(slowUntil === null ? [] : [slowWebhook(db, delivery.webhookId, slowUntil)]),
    ...(disable === null ? [] : switchOff(env, delivery.webhookId, disable, now)),
  ]);
  if (change.state === 'FAILED_TEMPORARILY' && change.nextAt !== null)
    await enqueueAt(env, { kind: 'webhook', deliveryId: delivery.id }, change.nextAt);
}

function switchOff(env: Env, id: string, reason: string, now: Instant): Statement[] {
  const context = systemContext(env, () => {});
  const entry = { action: 'webhook.disable', targetKind: 'webhook', targetId: id, after: { reason } };
  return [disableWebhook(context.db, id, reason, now), recordAudit(context, entry)];
}

const unusable = (error: string): WebhookAttempt => ({ outcome: 'failed', status: null, error, cause: 'setup' });

async function send(env: Env, { eventId, webhookId }: WebhookDelivery, webhook: Webhook): Promise<WebhookAttempt> {
  const config = configOf(env);
  const now = Date.now();
  const opened = await openWebhook(config, webhook, now);
  if (!opened) return unusable('webhook: its address cannot be read any more: the key has left APP_SECRETS');
  const event = await findWebhookEvent(databaseOf(env), eventId);
  if (!event) return unusable(`webhook: the event of ${webhookId} is gone`);
  const { url, body } = renderWebhook(webhook.format, event, opened.url);
  const call = { id: eventId, url, body, secrets: webhook.format === 'standard' ? opened.secrets : null };
  return sendWebhook(call, config.allowLoopbackWebhooks, now);
}

/**
 * Lease, send, settle: one event to one webhook. The lease sees to it that a message delivered twice sends once. Throws
 * when D1 cannot be asked or told.
 */
export async function deliverWebhook(env: Env, deliveryId: string): Promise<void> {
  const leased = await lease(env, deliveryId);
  if (!leased) return;
  const begunAt = Date.now();
  const result = await send(env, leased.delivery, leased.webhook);
  await settle(env, leased.delivery, result, begunAt);
}

/** The queue gave up on a delivery: that counts as an attempt, so that it ends some day, and the next one is arranged. */
export async function buryWebhook(env: Env, deliveryId: string, queue: string): Promise<void> {
  const leased = await lease(env, deliveryId);
  if (!leased) return;
  const error = `the queue ${queue} gave up`;
  const attempt: WebhookAttempt = { outcome: 'failed-temporarily', status: null, error, retryAfterSeconds: null };
  await settle(env, leased.delivery, attempt, leased.delivery.updatedAt);
}
