import { deleteActionItem, findActionItem } from '../../../db/repositories/action-items';
import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** Deletes an item. Failures: forbidden, not-found. */
export async function removeActionItem(context: Context, { id }: IdInput): Promise<Result<null>> {
  const { actor, db } = context;
  const refused = refuse(actor, 'incident.respond');
  if (refused) return err(refused);
  const before = await findActionItem(db, id);
  if (!before) return err(notFound('action item'));
  await runBatch(db, [
    deleteActionItem(db, id),
    recordAudit(context, { action: 'action-item.remove', targetKind: 'action-item', targetId: id, before }),
  ]);
  return ok(null);
}
