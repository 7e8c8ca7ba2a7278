import * as z from 'zod';
import { CHANNELS, QUEUE_OF, QUEUES, type QueueName } from '../../domain/notification/channels';

/**
 * Which notification of which incident is to be sent. What it says and where it goes is asked of the incident when it is
 * claimed, so an old message can never send old news. See `docs/storage.md`.
 */
const notificationMessage = z.object({
  kind: z.literal('notification'),
  incidentId: z.string(),
  notificationId: z.string(),
  channel: z.enum(CHANNELS),
});

/** Which message that belongs to no incident is to be sent; what it says stands in D1 (ARCHITECTURE §2). */
const standaloneMessage = z.object({
  kind: z.literal('message'),
  messageId: z.string(),
  channel: z.enum(CHANNELS),
  /** One of many of the same: it goes by the queue that no page waits behind. */
  isBulk: z.boolean().optional(),
});

/** Which delivery of which webhook is to be sent; event and address stand in D1. */
const webhookMessage = z.object({ kind: z.literal('webhook'), deliveryId: z.string() });

/** An incident has news for its service's Slack channel; which, is asked of it. */
const channelPostMessage = z.object({
  kind: z.literal('channel-post'),
  incidentId: z.string(),
  channel: z.literal('slack'),
});

/** Subscribers of a status page are to be told of a post, the next step of them. */
const statusPostMessage = z.object({ kind: z.literal('status-post'), postId: z.string() });
/** One post for one webhook or Slack channel of a subscriber. */
const statusDeliveryMessage = z.object({ kind: z.literal('status-delivery'), deliveryId: z.string() });
/** A webhook or Slack channel is to be asked whether it wants to hear of a status page. */
const statusQuestionMessage = z.object({ kind: z.literal('status-question'), questionId: z.string() });
/** Status pages that show something of a service are to be made anew. */
const statusRefreshMessage = z.object({ kind: z.literal('status-refresh'), serviceId: z.string() });
/** An incident has news for its watchers; which, stands in D1. */
const watcherNewsMessage = z.object({ kind: z.literal('watcher-news'), announcementId: z.string() });

/** Everything that can be on the queue of a channel. */
export const queueBody = z.discriminatedUnion('kind', [
  notificationMessage,
  standaloneMessage,
  webhookMessage,
  channelPostMessage,
  statusPostMessage,
  statusDeliveryMessage,
  statusQuestionMessage,
  statusRefreshMessage,
  watcherNewsMessage,
]);
export type QueueBody = z.output<typeof queueBody>;

export const bindingOf = (queue: QueueName): `QUEUE_${Uppercase<QueueName>}` =>
  `QUEUE_${queue.toUpperCase() as Uppercase<QueueName>}`;

export function queueOfMessage(message: QueueBody): QueueName {
  switch (message.kind) {
    case 'webhook':
      return 'webhook';
    case 'status-post':
    case 'status-delivery':
    case 'status-question':
    case 'status-refresh':
    case 'watcher-news':
      return 'bulk';
    case 'message':
      return message.isBulk ? 'bulk' : QUEUE_OF[message.channel];
    case 'notification':
    case 'channel-post':
      return QUEUE_OF[message.channel];
  }
}

const PREFIX = 'opsknight-';
const DEAD = '-dead';

/** Reads a queue's name: which of ours it is, and whether it holds dead letters. Null for a stranger. */
export function parseQueueName(name: string): { queue: QueueName; dead: boolean } | null {
  const dead = name.endsWith(DEAD);
  const bare = name.slice(PREFIX.length, dead ? -DEAD.length : undefined);
  const queue = QUEUES.find((one) => one === bare);
  return queue && name.startsWith(PREFIX) ? { queue, dead } : null;
}
