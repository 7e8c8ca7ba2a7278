import { and, eq, inArray } from 'drizzle-orm';
import type { Message } from '../../domain/message/lifecycle';
import { endMessage } from '../../domain/message/lifecycle';
import type { ReceiptChange } from '../../domain/message/receipt';
import type { Receipt } from '../../domain/notification/receipt/receipt';
import type { DeliveryState } from '../../domain/notification/state';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { messageDeliveries, messages } from '../schema';
import type { Statement } from './batch';

type News = { change: ReceiptChange | null; receipt: Receipt; deliveryId: string; now: Instant };

/** From where an attempt may still go to a state; what is final stays (domain/notification/delivery-state). */
const BEFORE: Record<Receipt['state'], DeliveryState[]> = {
  FAILED: ['SENDING', 'SENT', 'FAILED_TEMPORARILY'],
  DELIVERED: ['SENDING', 'SENT', 'FAILED_TEMPORARILY'],
  READ: ['SENDING', 'SENT', 'FAILED_TEMPORARILY', 'DELIVERED', 'FAILED'],
};

/** What a receipt changes of a message and of its attempt; only while the message stands as it was read. */
export function changeByReceipt(db: Db, message: Message, { change, receipt, deliveryId, now }: News): Statement[] {
  const attempt = db
    .update(messageDeliveries)
    .set({ state: receipt.state, error: receipt.state === 'FAILED' ? receipt.reason : null })
    .where(and(eq(messageDeliveries.id, deliveryId), inArray(messageDeliveries.state, BEFORE[receipt.state])));
  if (!change) return [attempt];
  const ended = endMessage(message.kind, change.state, change.reason, now);
  const whole = db
    .update(messages)
    .set(ended)
    .where(and(eq(messages.id, message.id), eq(messages.state, message.state)));
  return [attempt, whole];
}
