import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { findStatusPage } from '../../../db/repositories/status-pages';
import { insertSubscriber, subscriberAt } from '../../../db/repositories/status-subscribers';
import { refuse } from '../../../domain/access/permissions';
import { failure } from '../../../domain/shared/errors';
import { sha256Hex } from '../../../domain/shared/hash';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Subscriber } from '../../../domain/status-page/subscriber';
import type { AddSubscriberInput } from '../../../domain/status-page/subscriber-input';
import { newWebhookSecret } from '../../../domain/webhook/secret';
import { readWebhookTarget } from '../../../domain/webhook/target';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';
import { askedBy, prepareQuestion } from './ask';
import { enqueueSoon } from './enqueue-soon';
import { sealFor } from './sealed';
import { type SubscriberView, viewOf } from './view';

/** With the secret that signs a webhook, in this answer only. */
export type SubscriberWithSecret = SubscriberView & { secret: string | null };

/**
 * Enters a subscriber by hand: an e-mail address, a webhook (Standard Webhooks) or an incoming webhook of Slack. With
 * `ask` the address is asked first, as a visitor's is. Failures: forbidden, not-found, invalid (address, components), conflict (is one already).
 */
export async function addSubscriber(
  context: Context,
  { id: pageId, ask, channel, address, componentIds, language }: AddSubscriberInput & { id: string },
): Promise<Result<SubscriberWithSecret>> {
  const { actor, config, db, now, random } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const page = await findStatusPage(db, pageId);
  if (!page) return err(notFound('status page'));
  const known = new Set(page.components.map((component) => component.id));
  if (componentIds.some((id) => !known.has(id)))
    return err(invalidField('componentIds', 'The page has no such component'));
  const target = channel === 'email' ? null : readWebhookTarget(address, config.allowLoopbackWebhooks);
  if (target && !target.ok) return err(invalidField('address', `The address ${target.error}`));
  const plain = target?.ok ? target.value.href : address.toLowerCase();
  const addressKey = sha256Hex(plain);
  if (await subscriberAt(db, { pageId, channel, addressKey }))
    return err(failure('conflict', 'This address is a subscriber already.'));
  const entry = { action: 'status-subscriber.add', targetKind: 'status-page', targetId: pageId, after: { channel } };
  if (ask) {
    const wished = { componentIds, language: language ?? page.language };
    const asked = { page: askedBy(context, page), email: plain, known: null, wished };
    const { subscriber, statements, body } = await prepareQuestion(context, asked);
    await runBatch(db, [...statements, recordAudit(context, { ...entry, after: { channel, ask } })]);
    enqueueSoon(context, [body]);
    return ok({ ...viewOf(subscriber), secret: null });
  }
  const id = newId('statusSubscriber', random);
  const secret = channel === 'webhook' ? newWebhookSecret(random) : null;
  const subscriber: Subscriber = {
    id,
    pageId,
    channel,
    address: target ? await sealFor(config, id, 'address', plain) : plain,
    addressKey,
    shown: target?.ok ? target.value.host : plain,
    secret: secret && (await sealFor(config, id, 'secret', secret)),
    componentIds,
    language: language ?? page.language,
    confirmedAt: now,
    askedAt: now,
    createdAt: now,
    updatedAt: now,
  };
  await runBatch(db, [insertSubscriber(db, subscriber), recordAudit(context, entry)]);
  return ok({ ...viewOf(subscriber), secret });
}
