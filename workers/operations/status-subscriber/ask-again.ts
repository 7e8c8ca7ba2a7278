import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { findStatusPage } from '../../../db/repositories/status-pages';
import { findSubscriber } from '../../../db/repositories/status-subscribers';
import { refuse } from '../../../domain/access/permissions';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { ASKED_EVERY, ask, askedBy } from './ask';
import { enqueueSoon } from './enqueue-soon';
import { type SubscriberView, viewOf } from './view';

/**
 * Asks somebody again who has not answered. Failures: forbidden, not-found, conflict (has
 * confirmed), rate-limited (was asked less than ten minutes ago).
 */
export async function askAgain(
  context: Context,
  { id, subscriberId }: { id: string; subscriberId: string },
): Promise<Result<SubscriberView>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const page = await findStatusPage(db, id);
  const known = await findSubscriber(db, subscriberId);
  if (!page || known?.pageId !== id) return err(notFound('subscriber'));
  if (known.confirmedAt !== null) return err(failure('conflict', 'This address has confirmed already.'));
  if (now < known.askedAt + ASKED_EVERY)
    return err(failure('rate-limited', 'A mail to this address is on its way already. Ask again in ten minutes.'));
  const { channel, address: plain, shown, componentIds, language } = known;
  const wished = { componentIds, language };
  const asked = { page: askedBy(context, page), channel, address: { plain, shown }, known, wished };
  const { subscriber, statements, body } = await ask(context, asked);
  const entry = { action: 'status-subscriber.ask', targetKind: 'status-page', targetId: id };
  await runBatch(db, [...statements, recordAudit(context, entry)]);
  enqueueSoon(context, [body]);
  return ok(viewOf(subscriber));
}
