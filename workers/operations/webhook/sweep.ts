import { deleteOldWebhookEvents, takeDueWebhookDeliveries } from '../../../db/repositories/webhook-deliveries';
import { DAY } from '../../../domain/shared/time';
import { WEBHOOK_QUEUE_PATIENCE } from '../../../domain/webhook/delivery';
import type { Context } from '../../context';
import { enqueueDelivery } from './enqueue';

/** How long the log and what it tells are kept; longer than the whole schedule of retries. */
const KEEP_MS = 30 * DAY;
const OLD_AT_ONCE = 200;

/**
 * Puts deliveries that are due on their queue again: those whose queue lost them, whose consumer crashed, or whose next
 * attempt has come; and lets go of what is older than 30 days. For the sweep of every minute.
 */
export async function sendDueWebhooks({ db, env, now }: Context, limit: number): Promise<void> {
  const due = await takeDueWebhookDeliveries(db, now, now + WEBHOOK_QUEUE_PATIENCE, limit);
  await Promise.all(due.map((id) => enqueueDelivery(env, id)));
  await deleteOldWebhookEvents(db, now - KEEP_MS, OLD_AT_ONCE);
}
