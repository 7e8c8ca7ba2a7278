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
import { readAddress } from '../../../domain/status-page/subscriber-address';
import type { AddSubscriberInput } from '../../../domain/status-page/subscriber-input';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';
import { askedBy, ask as askFirst } from './ask';
import { enqueueSoon } from './enqueue-soon';
import { sealAddress } from './sealed';
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
  const read = readAddress(channel, address, config.allowLoopbackWebhooks);
  if (!read.ok) return err(invalidField('address', `The address ${read.error}`));
  const { plain, shown } = read.value;
  const addressKey = sha256Hex(plain);
  if (await subscriberAt(db, { pageId, channel, addressKey }))
    return err(failure('conflict', 'This address is a subscriber already.'));
  const entry = { action: 'status-subscriber.add', targetKind: 'status-page', targetId: pageId, after: { channel } };
  if (ask) {
    const wished = { componentIds, language: language ?? page.language };
    const asked = { page: askedBy(context, page), channel, address: read.value, known: null, wished };
    const { subscriber, statements, body } = await askFirst(context, asked);
    await runBatch(db, [...statements, recordAudit(context, { ...entry, after: { channel, ask } })]);
    enqueueSoon(context, [body]);
    return ok({ ...viewOf(subscriber), secret: null });
  }
  const id = newId('statusSubscriber', random);
  const { stored, secret } = await sealAddress(context, id, channel, plain);
  const subscriber: Subscriber = {
    id,
    pageId,
    channel,
    ...stored,
    addressKey,
    shown,
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
