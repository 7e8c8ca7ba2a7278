import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { Env } from '../../../workers/env';
import worker from '../../../workers/index';

export type PageMessage = { kind: 'notification'; incidentId: string; notificationId: string; channel: string };

/** One batch of a queue, as its consumer gets it. */
export async function consume(queue: string, bodies: readonly unknown[], by: Env = env as unknown as Env) {
  const messages = bodies.map((body, i) => ({ id: `m${i}`, timestamp: new Date(), attempts: 1, body }));
  const batch = createMessageBatch(queue, messages);
  await worker.queue(batch, by);
  return getQueueResult(batch, createExecutionContext());
}
