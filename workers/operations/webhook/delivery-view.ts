import type { WebhookAttemptRow } from '../../../db/repositories/webhook-deliveries';
import type { WebhookDelivery } from '../../../domain/webhook/delivery';

export type AttemptView = Pick<WebhookAttemptRow, 'attempt' | 'status' | 'error' | 'latencyMs' | 'at'>;
/** A line of the delivery log. `nextAt`: when it is tried again. */
export type DeliveryView = Omit<WebhookDelivery, 'attemptsBefore' | 'leasedUntil'> & { history: AttemptView[] };

export function deliveryView(
  { attemptsBefore: _before, leasedUntil: _lease, ...delivery }: WebhookDelivery,
  attempts: readonly WebhookAttemptRow[],
): DeliveryView {
  const own = attempts.filter(({ deliveryId }) => deliveryId === delivery.id);
  return { ...delivery, history: own.map(({ id: _id, deliveryId: _delivery, ...attempt }) => attempt) };
}
