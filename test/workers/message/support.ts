import { createExecutionContext, createMessageBatch, env, getQueueResult } from 'cloudflare:test';
import { asc, eq } from 'drizzle-orm';
import { vi } from 'vitest';
import { auditLog, messageDeliveries, messages } from '../../../db/schema';
import { CHANNELS, QUEUE_OF } from '../../../domain/notification/channels';
import type { Context } from '../../../workers/context';
import type { OutboxMessage } from '../../../workers/durable/outbox-do';
import type { Env } from '../../../workers/env';
import { buryBatch } from '../../../workers/queues/dead-letter';
import { deliverBatch } from '../../../workers/queues/deliver';
import { bindingOf, type QueueBody } from '../../../workers/queues/messages';
import { OUTBOX_NAME } from '../../../workers/senders/outbox';
import { providerRests } from '../../../workers/senders/rests';
import { NOW } from '../access/support';
import { adminContext, db } from '../config/support';

export const NEXT_PASSWORD = 'a password of twelve or more';

/** What was put on any queue, instead of being delivered whenever the runtime likes. */
export const queued: { body: QueueBody; delaySeconds: number }[] = [];

const recorder = {
  send: async (body: QueueBody, { delaySeconds = 0 } = {}) => {
    queued.push({ body, delaySeconds });
  },
};
const queues = Object.fromEntries(CHANNELS.map((channel) => [bindingOf(QUEUE_OF[channel]), recorder]));
export const quietEnv = { ...env, ...queues } as unknown as Env;

/** No provider takes anything. */
export const envWithoutProvider = {
  ...quietEnv,
  OUTBOX: {
    getByName: () => ({
      add: async () => {
        throw new Error('provider is down');
      },
    }),
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

/** An administrator's context at the moment of the clock. */
export const contextNow = (change: Partial<Context> = {}): Context =>
  adminContext({ env: quietEnv, now: Date.now(), ...change });

/** One batch of a queue, as its consumer gets it. */
export async function consume(bodies: readonly unknown[], consumer: Env = quietEnv, queue = 'opsknight-email') {
  const batch = createMessageBatch(
    queue,
    bodies.map((body, i) => ({ id: `m${i}`, timestamp: new Date(), attempts: 1, body })),
  );
  await (queue.endsWith('-dead') ? buryBatch(batch, consumer) : deliverBatch(batch, consumer));
  return getQueueResult(batch, createExecutionContext());
}

/** Delivers what was enqueued since the last time, and forgets it. */
export const consumeQueued = (consumer?: Env) =>
  consume(
    queued.splice(0).map(({ body }) => body),
    consumer,
  );

export async function outbox(): Promise<OutboxMessage[]> {
  return (await quietEnv.OUTBOX.getByName(OUTBOX_NAME).list({ limit: 100 })).toReversed();
}

/** Nothing was ever enqueued, sent or refused. */
export async function forget(): Promise<void> {
  queued.length = 0;
  providerRests.clear();
  await db.delete(messages);
  await quietEnv.OUTBOX.getByName(OUTBOX_NAME).clear();
}

/** The last message in the outbox after everything enqueued has been delivered. */
export async function delivered(): Promise<OutboxMessage> {
  await consumeQueued();
  const last = (await outbox()).at(-1);
  if (!last) throw new Error('nothing was sent');
  return last;
}

export const rowOf = (id: string) => db.select().from(messages).where(eq(messages.id, id)).get();
export const deliveriesOf = (id: string) =>
  db
    .select()
    .from(messageDeliveries)
    .where(eq(messageDeliveries.messageId, id))
    .orderBy(asc(messageDeliveries.attempt));

/** The part of a link after its last slash. */
export const tokenIn = (text: string, path: string): string =>
  new RegExp(`/${path}/([0-9a-z]{22})\\b`).exec(text)?.[1] ?? '';

/** Everything that stays readable at rest: all audit entries and all messages, as text. */
export async function storedWords(): Promise<string> {
  return JSON.stringify([await db.select().from(auditLog), await db.select().from(messages)]);
}
