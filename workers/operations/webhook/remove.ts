import { deleteWebhook, findWebhook } from '../../../db/repositories/webhooks';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { saveChange } from '../config/save';
import { viewOf } from './view';

/** Deletes a webhook and its delivery log; what waits is not sent. Failures: forbidden, not-found. */
export async function removeWebhook(context: Context, { id }: IdInput): Promise<Result<null>> {
  const { actor, db } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findWebhook(db, id);
  if (!before) return err(notFound('webhook'));
  await saveChange(context, {
    action: 'webhook.remove',
    targetKind: 'webhook',
    targetId: id,
    before: viewOf(before),
    statements: [deleteWebhook(db, id)],
    touches: 'none',
  });
  return ok(null);
}
