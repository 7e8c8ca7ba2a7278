import { runBatch } from '../../db/repositories/batch';
import { findStatusPage } from '../../db/repositories/status-pages';
import { leaseQuestion, settleQuestion } from '../../db/repositories/status-questions';
import { findSubscriber } from '../../db/repositories/status-subscribers';
import { afterQuestion } from '../../domain/status-page/question';
import { questionSlack, questionWebhook } from '../../domain/status-page/render/post-hook';
import { cancelled, WEBHOOK_LEASE_MS } from '../../domain/webhook/delivery';
import { configOf } from '../config';
import { databaseOf } from '../database';
import type { Env } from '../env';
import { askedBy } from '../operations/status-subscriber/ask';
import { confirmUrlOf } from '../operations/status-subscriber/prepare-question';
import { postToSubscriber } from './deliver-status';
import { enqueueAt } from './enqueue-at';

/**
 * Lease, send, settle: asks one webhook or Slack channel whether it wants to hear of a page, three times at most. Throws
 * when D1 cannot be asked or told.
 */
export async function askSubscriber(env: Env, questionId: string): Promise<void> {
  const db = databaseOf(env);
  const config = configOf(env);
  const begunAt = Date.now();
  const question = await leaseQuestion(db, questionId, begunAt, begunAt + WEBHOOK_LEASE_MS);
  if (!question) return;
  const subscriber = await findSubscriber(db, question.subscriberId);
  const page = subscriber && (await findStatusPage(db, subscriber.pageId));
  if (!subscriber || !page || page.audience !== 'public') {
    const end = cancelled('the page is not open to visitors any more', begunAt);
    await runBatch(db, [settleQuestion(db, question, end)]);
    return;
  }
  const by = askedBy({ config }, page);
  const asking = { page: by, confirmUrl: await confirmUrlOf(config, by, subscriber) };
  const body =
    subscriber.channel === 'slack'
      ? questionSlack(asking, subscriber.language)
      : questionWebhook(asking, question.createdAt);
  const result = await postToSubscriber(config, subscriber, { id: question.id, body }, begunAt);
  const change = afterQuestion(question, result, Date.now());
  await runBatch(db, [settleQuestion(db, question, change)]);
  if (change.nextAt !== null) await enqueueAt(env, { kind: 'status-question', questionId }, change.nextAt);
}
