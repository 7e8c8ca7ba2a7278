import { runBatch } from '../../db/repositories/batch';
import { pagesOfService } from '../../db/repositories/status-pages';
import { findPost, leaseStatusDelivery, settleStatusDelivery } from '../../db/repositories/status-posts';
import { deleteSubscriber, findSubscriber } from '../../db/repositories/status-subscribers';
import type { Instant } from '../../domain/shared/time';
import type { StatusPost } from '../../domain/status-page/post';
import { postSlack, postWebhook } from '../../domain/status-page/render/post-hook';
import type { Subscriber } from '../../domain/status-page/subscriber';
import { afterWebhookAttempt, WEBHOOK_LEASE_MS, type WebhookAttempt } from '../../domain/webhook/delivery';
import { type Config, configOf } from '../config';
import { databaseOf } from '../database';
import type { Env } from '../env';
import { refreshPage } from '../operations/status-page/refresh';
import { linksOf } from '../operations/status-subscriber/links';
import { openSubscriber } from '../operations/status-subscriber/sealed';
import { sendWebhook } from '../senders/webhook/webhook';
import { systemContext } from '../system-context';
import { enqueueAt } from './enqueue-at';

/**
 * Lease, send, settle: one post to one webhook or Slack channel of a subscriber, by the rules of all webhooks. A receiver
 * that wants no more is taken at its word. Throws when D1 cannot be asked or told.
 */
export async function deliverStatusPost(env: Env, deliveryId: string): Promise<void> {
  const db = databaseOf(env);
  const begunAt = Date.now();
  const delivery = await leaseStatusDelivery(db, deliveryId, begunAt, begunAt + WEBHOOK_LEASE_MS);
  if (!delivery) return;
  const [stored, subscriber] = await Promise.all([
    findPost(db, delivery.postId),
    findSubscriber(db, delivery.subscriberId),
  ]);
  if (!stored || !subscriber) return;
  const result = await send(env, stored.post, subscriber, begunAt);
  const { change, disable } = afterWebhookAttempt({ ...delivery, attemptsBefore: 0 }, result, Date.now());
  await runBatch(db, [
    settleStatusDelivery(db, delivery, change),
    ...(disable === null ? [] : [deleteSubscriber(db, subscriber.id)]),
  ]);
  if (change.state === 'FAILED_TEMPORARILY' && change.nextAt !== null)
    await enqueueAt(env, { kind: 'status-delivery', deliveryId }, change.nextAt);
}

async function send(env: Env, post: StatusPost, subscriber: Subscriber, now: Instant): Promise<WebhookAttempt> {
  const config = configOf(env);
  const links = await linksOf(config, post.page.url, subscriber.id);
  const isSlack = subscriber.channel === 'slack';
  const body = isSlack ? postSlack(post, subscriber.language, links) : postWebhook(post, links);
  return postToSubscriber(config, subscriber, { id: post.id, body }, now);
}

/** Posts a body to the webhook or Slack channel of a subscriber, by the rules of all webhooks. Never throws. */
export async function postToSubscriber(
  config: Config,
  subscriber: Subscriber,
  message: { id: string; body: string },
  now: Instant,
): Promise<WebhookAttempt> {
  const opened = await openSubscriber(config, subscriber);
  if (!opened) {
    const error = 'webhook: its address cannot be read any more: the key has left APP_SECRETS';
    return { outcome: 'failed', status: null, error, cause: 'setup' };
  }
  return sendWebhook({ ...message, ...opened }, config.allowLoopbackWebhooks, now);
}

/** An incident of the service is another one now, so pages with components of it may be. */
export async function refreshPagesOf(env: Env, serviceId: string): Promise<void> {
  const left: Promise<unknown>[] = [];
  const context = systemContext(env, (work) => left.push(work));
  for (const id of await pagesOfService(context.db, serviceId)) await refreshPage(context, id);
  await Promise.all(left);
}
