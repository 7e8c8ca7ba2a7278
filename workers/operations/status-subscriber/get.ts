import { findSubscriber } from '../../../db/repositories/status-subscribers';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { type SubscriberView, viewOf } from './view';

/** One subscriber of a page. Failures: forbidden, not-found. */
export async function getSubscriber(
  { actor, db }: Context,
  { id, subscriberId }: { id: string; subscriberId: string },
): Promise<Result<SubscriberView>> {
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const subscriber = await findSubscriber(db, subscriberId);
  return subscriber?.pageId === id ? ok(viewOf(subscriber)) : err(notFound('subscriber'));
}
