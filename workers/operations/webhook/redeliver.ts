import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { attemptsOf, findWebhookDelivery, restartWebhookDelivery } from '../../../db/repositories/webhook-deliveries';
import { findWebhook } from '../../../db/repositories/webhooks';
import { refuse } from '../../../domain/access/permissions';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import { WEBHOOK_QUEUE_PATIENCE } from '../../../domain/webhook/delivery';
import { TEST_TYPE } from '../../../domain/webhook/event';
import type { DeliveryInput } from '../../../domain/webhook/input';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { type DeliveryView, deliveryView } from './delivery-view';
import { enqueueDelivery } from './enqueue';

/**
 * Sends one delivery again, with the same webhook-id and body, from the start of the schedule. Failures: forbidden,
 * not-found, conflict (the webhook is off, or it is being sent right now).
 */
export async function redeliverWebhook(
  context: Context,
  { id, deliveryId }: DeliveryInput,
): Promise<Result<DeliveryView>> {
  const { actor, db, env, now } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const [webhook, delivery] = await Promise.all([findWebhook(db, id), findWebhookDelivery(db, deliveryId)]);
  if (!webhook || delivery?.webhookId !== id) return err(notFound('delivery'));
  if (!webhook.enabled && delivery.eventType !== TEST_TYPE) {
    return err(failure('conflict', 'The webhook is off: switch it on first.'));
  }
  if (!(await restartWebhookDelivery(db, deliveryId, now, now + WEBHOOK_QUEUE_PATIENCE))) {
    return err(failure('conflict', 'It is being sent right now.'));
  }
  const entry = { action: 'webhook.redeliver', targetKind: 'webhook', targetId: id, after: { deliveryId } };
  await runBatch(db, [recordAudit(context, entry)]);
  await enqueueDelivery(env, deliveryId);
  const after = await findWebhookDelivery(db, deliveryId);
  return ok(deliveryView(after ?? delivery, await attemptsOf(db, [deliveryId])));
}
