import { runBatch } from '../../../db/repositories/batch';
import { changeByReceipt } from '../../../db/repositories/message-receipts';
import { findMessage } from '../../../db/repositories/messages';
import { markMethod, methodsAt } from '../../../db/repositories/method-problems';
import { afterReceipt } from '../../../domain/message/receipt';
import type { AddressedReceipt, Receipt } from '../../../domain/notification/receipt/receipt';
import { hashedId } from '../../../domain/shared/hash';
import type { Context } from '../../context';
import { incidentPort } from '../../durable/stubs';

/** `unknown`: no such message here, or its incident is not kept any more. */
export type Recorded = 'applied' | 'unchanged' | 'unknown';

/**
 * Takes one receipt whose sender was checked. Of an incident's page the incident decides, which works while D1 is away;
 * other messages stand in D1. Throws when whoever decides cannot be asked, so that the provider reports again.
 */
export async function recordReceipt(context: Context, { target, receipt }: AddressedReceipt): Promise<Recorded> {
  const { incidentId, notificationId } = target;
  if (incidentId !== null) return incidentPort(context.env, incidentId).receipt(notificationId, receipt);
  return recordMessageReceipt(context, notificationId, receipt);
}

async function recordMessageReceipt({ db, now }: Context, id: string, receipt: Receipt): Promise<Recorded> {
  const message = await findMessage(db, id);
  if (!message) return 'unknown';
  const change = afterReceipt(message, receipt);
  const attempt = receipt.attempt ?? message.attempts;
  const deliveryId = hashedId('dlv', [id, attempt]);
  await runBatch(db, changeByReceipt(db, message, { change, receipt, deliveryId, now }));
  if (!change) return 'unchanged';
  const isAboutAddress = change.state !== 'FAILED' || (receipt.state === 'FAILED' && receipt.cause === 'recipient');
  if (isAboutAddress && message.userId) {
    const problem = receipt.state === 'FAILED' ? { reason: receipt.reason, at: now } : null;
    const methods = await methodsAt(db, message.userId, message.channel, message.recipient);
    await Promise.all(methods.map((methodId) => markMethod(db, { methodId, value: message.recipient, problem })));
  }
  return 'applied';
}
