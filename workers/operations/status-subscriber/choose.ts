import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { findStatusPage } from '../../../db/repositories/status-pages';
import { findSubscriber, setChoice } from '../../../db/repositories/status-subscribers';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Subscriber } from '../../../domain/status-page/subscriber';
import type { ChooseInput } from '../../../domain/status-page/subscriber-input';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';
import { readLinkToken } from './links';
import { type SubscriberView, viewOf } from './view';

/** Whose choice it is: those who write the page name a subscriber of it, a subscriber has the link of what they were sent. */
export type Chooser = { id: string; subscriberId: string } | { id: string; token: string };

/**
 * Changes what a subscriber of the page `id` hears of and in which language; what is left out stays. Doing it again
 * changes nothing. Failures: forbidden, not-found (also: a forged link), invalid (a component that the page does not have).
 */
export async function chooseUpdates(
  context: Context,
  { componentIds, language, ...who }: Chooser & ChooseInput,
): Promise<Result<SubscriberView>> {
  const { db, now } = context;
  const found = await subscriberOf(context, who);
  if (!found.ok) return found;
  const subscriber = found.value;
  const page = await findStatusPage(db, who.id);
  if (componentIds?.some((id) => !page?.components.some((component) => component.id === id)))
    return err(invalidField('componentIds', 'The page has no such component'));
  const before = { componentIds: subscriber.componentIds, language: subscriber.language };
  const after = {
    componentIds: componentIds ? [...new Set(componentIds)] : before.componentIds,
    language: language ?? before.language,
  };
  const entry = { action: 'status-subscriber.update', targetKind: 'status-page', targetId: who.id, before, after };
  await runBatch(db, [
    setChoice(db, subscriber.id, after, now),
    // What subscribers do themselves is theirs, as their leaving is.
    ...('token' in who ? [] : [recordAudit(context, entry)]),
  ]);
  return ok(viewOf({ ...subscriber, ...after, updatedAt: now }));
}

/** What somebody hears of now, by the link of what they were sent. Failures: not-found (forged, or not there any more). */
export async function readChoice(
  context: Context,
  who: { id: string; token: string },
): Promise<Result<SubscriberView>> {
  const found = await subscriberOf(context, who);
  return found.ok ? ok(viewOf(found.value)) : found;
}

async function subscriberOf({ actor, config, db }: Context, who: Chooser): Promise<Result<Subscriber>> {
  const refusal = 'token' in who ? null : refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const id = 'token' in who ? await readLinkToken(config, 'manage', who.token) : who.subscriberId;
  const subscriber = id === null ? null : await findSubscriber(db, id);
  return subscriber?.pageId === who.id ? ok(subscriber) : err(notFound('subscriber'));
}
