import { incidentPort } from '../durable/stubs';
import type { Env } from '../env';
import { notificationMessage } from './messages';

const RETRY_SECONDS = 30;

async function buryOne(message: Message, queue: string, env: Env): Promise<void> {
  const parsed = notificationMessage.safeParse(message.body);
  if (!parsed.success) {
    message.ack();
    return;
  }
  const { incidentId, notificationId } = parsed.data;
  try {
    await incidentPort(env, incidentId).deadLetter(notificationId, `the queue ${queue} gave up`);
    message.ack();
  } catch (error) {
    console.warn(`dead letter ${notificationId} could not be told to its incident: ${String(error)}`);
    message.retry({ delaySeconds: RETRY_SECONDS });
  }
}

/** A queue gave up on a message: its incident arms the next way to reach the person at once. */
export async function buryBatch(batch: MessageBatch, env: Env): Promise<void> {
  await Promise.all(batch.messages.map((message) => buryOne(message, batch.queue, env)));
}
