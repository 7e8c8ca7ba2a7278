import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { deleteSubscriber, findSubscriber } from '../../../db/repositories/status-subscribers';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** Takes a subscriber off a page; nothing of the address is kept. Failures: forbidden, not-found. */
export async function removeSubscriber(
  context: Context,
  { id, subscriberId }: { id: string; subscriberId: string },
): Promise<Result<null>> {
  const { actor, db } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const subscriber = await findSubscriber(db, subscriberId);
  if (subscriber?.pageId !== id) return err(notFound('subscriber'));
  const { channel } = subscriber;
  const entry = { action: 'status-subscriber.remove', targetKind: 'status-page', targetId: id, before: { channel } };
  await runBatch(db, [deleteSubscriber(db, subscriberId), recordAudit(context, entry)]);
  return ok(null);
}
