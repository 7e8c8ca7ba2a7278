import { takeDueWebhookDeliveries } from '../../../db/repositories/webhook-deliveries';
import { WEBHOOK_QUEUE_PATIENCE } from '../../../domain/webhook/delivery';
import type { Context } from '../../context';
import { enqueueDelivery } from './enqueue';

/**
 * Puts deliveries that are due on their queue again: those whose queue lost them, whose consumer crashed, or whose next
 * attempt has come. For the sweep of every minute; how long they are kept is up to retention.
 */
export async function sendDueWebhooks({ db, env, now }: Context, limit: number): Promise<void> {
  const due = await takeDueWebhookDeliveries(db, now, now + WEBHOOK_QUEUE_PATIENCE, limit);
  await Promise.all(due.map((id) => enqueueDelivery(env, id)));
}
