import { incidentPort } from '../durable/stubs';
import { endGoneDevice } from '../end-device';
import type { Env } from '../env';
import { reasonOf } from '../operations/plan/reason';
import { fanOut } from '../operations/status-subscriber/fan-out';
import { tellWatchers } from '../operations/watcher/tell';
import { deliver } from '../senders/deliver';
import { systemContext } from '../system-context';
import { askSubscriber } from './ask-subscriber';
import { deliverMessage } from './deliver-message';
import { deliverStatusPost, refreshPagesOf } from './deliver-status';
import { deliverWebhook } from './deliver-webhook';
import { type QueueBody, queueBody } from './messages';
import { postToChannel, tellOfReconnect } from './post-to-channel';

const RETRY_SECONDS = 5;

async function deliverBody(env: Env, body: QueueBody): Promise<void> {
  switch (body.kind) {
    case 'notification': {
      const delivered = await deliver(env, incidentPort(env, body.incidentId), body.notificationId);
      await endGoneDevice(env, delivered);
      return tellOfReconnect(env, delivered.reconnect);
    }
    case 'message':
      return tellOfReconnect(env, await deliverMessage(env, body.messageId));
    case 'webhook':
      return deliverWebhook(env, body.deliveryId);
    case 'channel-post':
      return postToChannel(env, body.incidentId);
    case 'status-post':
      return fanOut(
        systemContext(env, () => {}),
        body.postId,
      );
    case 'status-delivery':
      return deliverStatusPost(env, body.deliveryId);
    case 'status-question':
      return askSubscriber(env, body.questionId);
    case 'status-refresh':
      return refreshPagesOf(env, body.serviceId);
    case 'watcher-news':
      return tellOutright(env, body.announcementId);
  }
}

function nameOf(body: QueueBody): string {
  switch (body.kind) {
    case 'notification':
      return `notification ${body.notificationId}`;
    case 'message':
      return `message ${body.messageId}`;
    case 'webhook':
      return `webhook delivery ${body.deliveryId}`;
    case 'channel-post':
      return `post of ${body.incidentId}`;
    case 'status-post':
      return `status post ${body.postId}`;
    case 'status-delivery':
      return `status delivery ${body.deliveryId}`;
    case 'status-question':
      return `status question ${body.questionId}`;
    case 'status-refresh':
      return `status pages of ${body.serviceId}`;
    case 'watcher-news':
      return `news ${body.announcementId}`;
  }
}

/** What is put on further queues must be there before this message is acknowledged. */
async function tellOutright(env: Env, announcementId: string): Promise<void> {
  const left: Promise<unknown>[] = [];
  await tellWatchers(
    systemContext(env, (work) => left.push(work)),
    announcementId,
  );
  await Promise.all(left);
}

/** One message: claim, send, settle, and only then acknowledge. Each message stands for itself, never the batch. */
async function deliverOne(message: Message, env: Env): Promise<void> {
  const parsed = queueBody.safeParse(message.body);
  if (!parsed.success) {
    // Nobody can ever make sense of it; a page is sent again by its incident's own timer.
    console.error(`message ${message.id} is not one of ours: ${parsed.error.issues[0]?.message}`);
    message.ack();
    return;
  }
  try {
    await deliverBody(env, parsed.data);
    message.ack();
  } catch (error) {
    console.warn(`${nameOf(parsed.data)} could not be claimed or settled: ${reasonOf(error)}`);
    message.retry({ delaySeconds: RETRY_SECONDS });
  }
}

/** Consumer of every channel's queue. */
export async function deliverBatch(batch: MessageBatch, env: Env): Promise<void> {
  await Promise.all(batch.messages.map((message) => deliverOne(message, env)));
}
