import { runBatch, type Statement } from '../../../db/repositories/batch';
import { insertNotice } from '../../../db/repositories/messages';
import { findPost, insertStatusDelivery, movePost, type StoredPost } from '../../../db/repositories/status-posts';
import { subscribersAfter } from '../../../db/repositories/status-subscribers';
import { MANY_PATIENCE, newMessage } from '../../../domain/message/lifecycle';
import { hashedId } from '../../../domain/shared/hash';
import { postMail } from '../../../domain/status-page/render/post';
import { type Subscriber, wants } from '../../../domain/status-page/subscriber';
import type { Context } from '../../context';
import type { QueueBody } from '../../queues/messages';
import { enqueue, enqueueMany } from '../../queues/send';
import { linksOf } from './links';
import { POST_PATIENCE } from './prepare-post';

/**
 * Subscribers dealt with in one step; each step is a message of its own, so that no request runs into a limit: fifty
 * rows are one batch of D1 of two megabytes at the worst, and one batch of the queue.
 */
const AT_ONCE = 50;

/**
 * One step of telling subscribers of a post: makes a message or a delivery for each of the next ones, and puts itself on
 * the queue again while there are more. Ids are made of post and subscriber, so a step done twice tells once.
 */
export async function fanOut(context: Context, postId: string): Promise<void> {
  const { db, env, now } = context;
  const stored = await findPost(db, postId);
  if (!stored || stored.nextAt === null) return;
  const next = await subscribersAfter(db, stored.pageId, stored.cursor, AT_ONCE);
  const about = stored.post.components.map(({ id }) => id);
  const made = await Promise.all(
    next.filter((one) => wants(one, about)).map((subscriber) => tellOne(context, stored, subscriber)),
  );
  const isLast = next.length < AT_ONCE;
  const cursor = next.at(-1)?.id ?? stored.cursor;
  await runBatch(db, [
    ...made.map(({ statement }) => statement),
    movePost(db, stored, cursor, isLast ? null : now + POST_PATIENCE),
  ]);
  const left = await enqueueMany(
    env,
    made.map(({ body }) => body),
  );
  if (left > 0) console.warn(`${left} messages of the post ${postId} wait for the sweep`);
  if (!isLast) await enqueue(env, { kind: 'status-post', postId });
}

type Made = { statement: Statement; body: QueueBody };

async function tellOne({ config, db, now }: Context, stored: StoredPost, subscriber: Subscriber): Promise<Made> {
  const { id: subscriberId, channel, address, language } = subscriber;
  if (channel === 'email') {
    const id = hashedId('mes', ['status-update', stored.id, subscriberId]);
    const links = await linksOf(config, stored.post.page.url, subscriberId);
    const fields = { id, kind: 'status-update' as const, channel, userId: null, recipient: address, recipientName: '' };
    const message = newMessage(fields, postMail(stored.post, language, links), now, MANY_PATIENCE);
    return {
      statement: insertNotice(db, { ...message, unsubscribeUrl: links.unsubscribeUrl }),
      body: { kind: 'message', messageId: id, channel, isBulk: true },
    };
  }
  const id = hashedId('std', [stored.id, subscriberId]);
  const times = { leasedUntil: null, nextAt: now + MANY_PATIENCE, createdAt: now, updatedAt: now };
  const state = { state: 'PENDING' as const, attempts: 0, status: null, error: null };
  return {
    statement: insertStatusDelivery(db, { id, postId: stored.id, subscriberId, ...state, ...times }),
    body: { kind: 'status-delivery', deliveryId: id },
  };
}
