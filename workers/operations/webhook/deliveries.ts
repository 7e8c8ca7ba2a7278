import { attemptsOf, listWebhookDeliveries } from '../../../db/repositories/webhook-deliveries';
import { findWebhook } from '../../../db/repositories/webhooks';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import type { Page, PageInput } from '../../../domain/shared/page';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound, pageResult } from '../config/failures';
import { type DeliveryView, deliveryView } from './delivery-view';

/** A page of a webhook's delivery log, newest first, each with its attempts. Failures: forbidden, not-found, invalid (cursor). */
export async function webhookDeliveries(
  { actor, db }: Context,
  { id, ...page }: PageInput & IdInput,
): Promise<Result<Page<DeliveryView>>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  if (!(await findWebhook(db, id))) return err(notFound('webhook'));
  const found = await listWebhookDeliveries(db, id, page);
  if (!found) return pageResult(null);
  const attempts = await attemptsOf(
    db,
    found.data.map((delivery) => delivery.id),
  );
  return pageResult({ ...found, data: found.data.map((delivery) => deliveryView(delivery, attempts)) });
}
