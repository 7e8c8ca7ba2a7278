import { createExecutionContext, createMessageBatch, env, getQueueResult } from 'cloudflare:test';
import { createHmac } from 'node:crypto';
import { vi } from 'vitest';
import { webhookDeliveries, webhookEvents, webhooks } from '../../../db/schema';
import { createWebhookInput } from '../../../domain/webhook/input';
import type { Context } from '../../../workers/context';
import type { Env } from '../../../workers/env';
import { createWebhook } from '../../../workers/operations/webhook/create';
import { sendWebhookTest } from '../../../workers/operations/webhook/send-test';
import { buryBatch } from '../../../workers/queues/dead-letter';
import { deliverBatch } from '../../../workers/queues/deliver';
import type { QueueBody } from '../../../workers/queues/messages';
import type { Sent } from '../../fakes/http';
import { NOW } from '../access/support';
import { adminContext, db, taken } from '../config/support';

/** What was put on the queue of webhooks, instead of being delivered whenever the runtime likes. */
export const queued: { body: QueueBody; delaySeconds: number }[] = [];
export const quietEnv = {
  ...env,
  QUEUE_WEBHOOK: {
    send: async (body: QueueBody, { delaySeconds = 0 } = {}) => {
      queued.push({ body, delaySeconds });
    },
  },
} as unknown as Env;

/** The clock of contexts and of consumers alike; it stands until it is moved. */
export function startClock(): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(NOW);
}
export const pass = (milliseconds: number): void => {
  vi.setSystemTime(Date.now() + milliseconds);
};

export const contextNow = (change: Partial<Context> = {}): Context =>
  adminContext({ env: quietEnv, now: Date.now(), ...change });

export async function forget(): Promise<void> {
  queued.length = 0;
  await db.delete(webhookDeliveries);
  await db.delete(webhookEvents);
  await db.delete(webhooks);
}

/** One batch of the queue, as its consumer gets it. */
export async function consume(bodies: readonly unknown[], queue = 'opsknight-webhook') {
  const messages = bodies.map((body, i) => ({ id: `m${i}`, timestamp: new Date(), attempts: 1, body }));
  const batch = createMessageBatch(queue, messages);
  await (queue.endsWith('-dead') ? buryBatch(batch, quietEnv) : deliverBatch(batch, quietEnv));
  return getQueueResult(batch, createExecutionContext());
}

/** Delivers what was enqueued since the last time, and forgets it. */
export const consumeQueued = () => consume(queued.splice(0).map(({ body }) => body));

export const ADDRESS = 'https://hooks.example.com/in?token=address-secret';

export const aWebhook = async (change: Record<string, unknown> = {}) =>
  taken(await createWebhook(contextNow(), createWebhookInput.parse({ name: 'Ops', url: ADDRESS, ...change })));

/** A delivery of a test event to this webhook, not yet sent. */
export const aDelivery = async (id: string) => taken(await sendWebhookTest(contextNow(), { id }));

export const deliveryRow = async (id: string) => {
  const rows = await db.select().from(webhookDeliveries);
  return rows.find((row) => row.id === id);
};

/** Whether a receiver that knows `secret` would take it, by the words of the Standard Webhooks specification. */
export function isVerified({ headers, body }: Sent, secret: string): boolean {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signed = `${headers.get('webhook-id')}.${headers.get('webhook-timestamp')}.${body}`;
  const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  const isFresh = Math.abs(Date.now() / 1000 - Number(headers.get('webhook-timestamp'))) < 300;
  return isFresh && (headers.get('webhook-signature') ?? '').split(' ').includes(expected);
}
