import { runBatch } from '../../../db/repositories/batch';
import { confirmSubscriber, deleteSubscriber, findSubscriber } from '../../../db/repositories/status-subscribers';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { isStillAsked, readLinkToken } from './links';
import { openSubscriber } from './sealed';

/** `secret` signs what a webhook is sent; only whoever reads what arrives there learns it, while the question stands. */
export type Confirmed = { subscriberId: string; secret: string | null };

/**
 * The address says yes: from now on it is told. Doing it again changes nothing. Failures: not-found (forged, too late).
 */
export async function confirmSubscription(context: Context, { token }: { token: string }): Promise<Result<Confirmed>> {
  const { config, db, now } = context;
  const id = await readLinkToken(config, 'confirm', token);
  const subscriber = id === null ? null : await findSubscriber(db, id);
  if (!subscriber) return err(notFound('subscription'));
  const isAsked = isStillAsked(subscriber, now);
  if (subscriber.confirmedAt === null) {
    if (!isAsked) return err(notFound('subscription'));
    await runBatch(db, [confirmSubscriber(db, subscriber.id, now)]);
  }
  const opened = subscriber.secret !== null && isAsked ? await openSubscriber(config, subscriber) : null;
  return ok({ subscriberId: subscriber.id, secret: opened?.secrets?.[0] ?? null });
}

/** The address wants no more, and is forgotten at once. Whoever is not there any more wants no more either. Failures: not-found (forged). */
export async function unsubscribe({ config, db }: Context, { token }: { token: string }): Promise<Result<null>> {
  const id = await readLinkToken(config, 'unsubscribe', token);
  if (id === null) return err(notFound('subscription'));
  await runBatch(db, [deleteSubscriber(db, id)]);
  return ok(null);
}
