import { incidentPort } from '../durable/stubs';
import type { Env } from '../env';
import { reasonOf } from '../operations/plan/reason';
import { buryMessage } from './deliver-message';
import { buryWebhook } from './deliver-webhook';
import { type QueueBody, queueBody } from './messages';

const RETRY_SECONDS = 30;

async function buryBody(env: Env, body: QueueBody, queue: string): Promise<void> {
  switch (body.kind) {
    case 'notification':
      return incidentPort(env, body.incidentId).deadLetter(body.notificationId, `the queue ${queue} gave up`);
    case 'message':
      return buryMessage(env, body.messageId, queue);
    case 'webhook':
      return buryWebhook(env, body.deliveryId, queue);
    case 'channel-post':
    case 'watcher-news':
      // The incident looks after the one by itself, the sweep after the other.
      return;
    case 'status-post':
    case 'status-delivery':
    case 'status-question':
    case 'status-refresh':
      // They are rows, or pages, that the sweep visits.
      return;
  }
}

async function buryOne(message: Message, queue: string, env: Env): Promise<void> {
  const parsed = queueBody.safeParse(message.body);
  if (!parsed.success) {
    message.ack();
    return;
  }
  try {
    await buryBody(env, parsed.data, queue);
    message.ack();
  } catch (error) {
    console.warn(`dead letter ${message.id} of ${queue} could not be told to its owner: ${reasonOf(error)}`);
    message.retry({ delaySeconds: RETRY_SECONDS });
  }
}

/** A queue gave up on a message: an incident arms the next way to reach the person at once; any other message is tried again later. */
export async function buryBatch(batch: MessageBatch, env: Env): Promise<void> {
  await Promise.all(batch.messages.map((message) => buryOne(message, batch.queue, env)));
}
