import type { Env } from '../env';
import { incidentPort } from '../durable/stubs';
import { deliver } from '../senders/deliver';
import { notificationMessage } from './messages';

const RETRY_SECONDS = 5;

/** One message: claim, send, settle, and only then acknowledge. Each message stands for itself, never the batch. */
async function deliverOne(message: Message, env: Env): Promise<void> {
  const parsed = notificationMessage.safeParse(message.body);
  if (!parsed.success) {
    // Nobody can ever make sense of it; the incident's own timer sends the page again.
    console.error(`message ${message.id} is not one of ours: ${parsed.error.issues[0]?.message}`);
    message.ack();
    return;
  }
  const { incidentId, notificationId } = parsed.data;
  try {
    await deliver(env, incidentPort(env, incidentId), notificationId);
    message.ack();
  } catch (error) {
    console.warn(`notification ${notificationId} could not be asked of its incident: ${String(error)}`);
    message.retry({ delaySeconds: RETRY_SECONDS });
  }
}

/** Consumer of every channel's queue. */
export async function deliverBatch(batch: MessageBatch, env: Env): Promise<void> {
  await Promise.all(batch.messages.map((message) => deliverOne(message, env)));
}
