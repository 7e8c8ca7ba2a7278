import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { findMessage, insertMessage } from '../../../db/repositories/messages';
import { incidentOfNotification } from '../../../db/repositories/notification-log';
import { actorRef } from '../../../domain/access/actor';
import { refuse } from '../../../domain/access/permissions';
import { isSecretKind } from '../../../domain/message/kinds';
import { newMessage } from '../../../domain/message/lifecycle';
import { isSettled } from '../../../domain/notification/state';
import { failure } from '../../../domain/shared/errors';
import { hashedId } from '../../../domain/shared/hash';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { incidentPort } from '../../durable/stubs';
import { enqueue } from '../../queues/send';
import { notFound } from '../config/failures';
import { reasonOf } from '../plan/reason';

const conflict = (message: string): Result<never> => err(failure('conflict', message));

/**
 * Sends a message again that has failed or did not arrive: a new one with an id of its own, entered into the audit log.
 * Failures: forbidden, not-found, conflict (under way, nobody is paged any more, or its words are gone).
 */
export async function resendNotification(context: Context, { id }: IdInput): Promise<Result<{ id: string }>> {
  const refusal = refuse(context.actor, 'config.write');
  if (refusal) return err(refusal);
  const sent = id.startsWith('mes_') ? await resendMessage(context, id) : await resendPage(context, id);
  if (!sent.ok) return sent;
  const entry = { action: 'notification.resend', targetKind: 'notification', targetId: id, after: sent.value };
  await runBatch(context.db, [recordAudit(context, entry)]);
  return sent;
}

async function resendPage({ db, env, actor, origin }: Context, id: string): Promise<Result<{ id: string }>> {
  const incidentId = await incidentOfNotification(db, id);
  if (!incidentId) return err(notFound('notification'));
  const event = { kind: 'resend', notificationId: id } as const;
  const applied = await incidentPort(env, incidentId).apply(event, { actor: actorRef(actor), origin });
  if (!applied) return conflict('The incident is closed for so long that it is not kept as a running one any more.');
  const { outcome } = applied;
  if (outcome.kind === 'refused') return err(outcome.failure);
  return outcome.kind === 'resent' ? ok({ id: outcome.notificationId }) : err(notFound('notification'));
}

async function resendMessage({ db, env, now, waitUntil }: Context, id: string): Promise<Result<{ id: string }>> {
  const before = await findMessage(db, id);
  if (!before) return err(notFound('notification'));
  if (!isSettled(before.state)) return conflict('It is still on its way and is tried again by itself.');
  if (isSecretKind(before.kind))
    return conflict('Its words let somebody in and are not kept. Send a new one from where it came.');
  const { kind, channel, userId, recipient, recipientName, subject, text, html } = before;
  const message = newMessage(
    { id: hashedId('mes', ['resend', id, now]), kind, channel, userId, recipient, recipientName },
    { subject, text, html },
    now,
  );
  await runBatch(db, [insertMessage(db, message)]);
  const soon = enqueue(env, { kind: 'message', messageId: message.id, channel });
  waitUntil(soon.catch((error) => console.warn(`message ${message.id} waits for the sweep: ${reasonOf(error)}`)));
  return ok({ id: message.id });
}
