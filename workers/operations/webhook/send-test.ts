import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { organisationOf } from '../../../db/repositories/settings';
import { insertWebhookEvent } from '../../../db/repositories/webhook-deliveries';
import { findWebhook } from '../../../db/repositories/webhooks';
import { actorRef } from '../../../domain/access/actor';
import { refuse } from '../../../domain/access/permissions';
import { newId } from '../../../domain/shared/ids';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import { newDelivery } from '../../../domain/webhook/delivery';
import type { TestEvent } from '../../../domain/webhook/event';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { type DeliveryView, deliveryView } from './delivery-view';
import { enqueueDelivery } from './enqueue';

/** Sends a test the way of any event, also to a webhook that is off. Failures: forbidden, not-found. */
export async function sendWebhookTest(context: Context, { id }: IdInput): Promise<Result<DeliveryView>> {
  const { actor, config, db, env, now, random } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const webhook = await findWebhook(db, id);
  if (!webhook) return err(notFound('webhook'));
  const event: TestEvent = {
    id: newId('announcement', random),
    kind: 'test',
    at: now,
    actor: actorRef(actor),
    organisation: await organisationOf(db),
    webhookName: webhook.name,
    url: `${config.appUrl}/settings/webhooks/${id}`,
  };
  const delivery = newDelivery(id, event, now);
  await runBatch(db, [
    ...insertWebhookEvent(db, event, [delivery]),
    recordAudit(context, { action: 'webhook.test', targetKind: 'webhook', targetId: id }),
  ]);
  await enqueueDelivery(env, delivery.id);
  return ok(deliveryView(delivery, []));
}
