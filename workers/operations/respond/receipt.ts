import { runBatch } from '../../../db/repositories/batch';
import { methodBySubscription, noteReceipt } from '../../../db/repositories/devices';
import { findMessage, markMessageDelivered } from '../../../db/repositories/messages';
import { actorRef, SYSTEM } from '../../../domain/access/actor';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import { readActionToken } from '../../access/action-token';
import { within } from '../../access/within';
import type { Context } from '../../context';
import { incidentPort } from '../../durable/stubs';

const PATIENCE_MS = 2_000;

/**
 * A device says that a push has arrived: the notification is DELIVERED, and the device has a last receipt. While D1 is
 * away only the first is stored. Failures: not-found (a token that is none, has expired, or is for something else).
 */
export async function receiveReceipt(context: Context, { token }: { token: string }): Promise<Result<null>> {
  const read = await readActionToken(context.config, token, context.now);
  if (!read.valid || read.token.action !== 'receipt') return err(failure('not-found', 'There is no such receipt.'));
  const { incidentId, notificationId } = read.token;
  if (incidentId) await receiveByIncident(context, incidentId, notificationId);
  else await within(PATIENCE_MS, () => receiveMessage(context, notificationId));
  return ok(null);
}

async function receiveByIncident({ db, env, now }: Context, incidentId: string, notificationId: string): Promise<void> {
  const incident = incidentPort(env, incidentId);
  const respondent = await incident.respondent(notificationId);
  if (!respondent) return;
  const receipt = { provider: 'web-push', providerId: null, attempt: null, state: 'DELIVERED' } as const;
  await incident.apply({ kind: 'receipt', notificationId, receipt }, { actor: actorRef(SYSTEM), origin: 'push' });
  await within(PATIENCE_MS, () => runBatch(db, [noteReceipt(db, respondent.methodId, now)]));
}

/** Messages know the address they went to, not the method: that may have been removed since. */
async function receiveMessage({ db, now }: Context, messageId: string): Promise<void> {
  const message = await findMessage(db, messageId);
  if (!message?.userId) return;
  const method = await methodBySubscription(db, message.userId, message.recipient);
  await runBatch(db, [markMessageDelivered(db, messageId, now), ...(method ? [noteReceipt(db, method.id, now)] : [])]);
}
