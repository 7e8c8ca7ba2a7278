import { insertActionItem } from '../../../db/repositories/action-items';
import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { findPostmortem } from '../../../db/repositories/postmortems';
import { refuse } from '../../../domain/access/permissions';
import type { ActionItem } from '../../../domain/postmortem/action-item';
import type { CreateActionItemInput } from '../../../domain/postmortem/input';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { invalidField } from '../config/failures';
import { missingFailure, optional } from '../config/references';
import { reminderOf } from './reminder';

/** Adds something that is to be done. Failures: forbidden, invalid (postmortem, owner). */
export async function createActionItem(context: Context, input: CreateActionItemInput): Promise<Result<ActionItem>> {
  const { actor, db, now, random } = context;
  const refused = refuse(actor, 'incident.respond');
  if (refused) return err(refused);
  if (!(await findPostmortem(db, input.postmortemId)))
    return err(invalidField('postmortemId', 'There is no such postmortem'));
  const missing = await missingFailure(context, optional('USER', input.ownerId, 'ownerId'));
  if (missing) return err(missing);
  const item: ActionItem = {
    id: newId('actionItem', random),
    ...input,
    createdAt: now,
    updatedAt: now,
    completedAt: input.status === 'COMPLETED' ? now : null,
    remindAt: await reminderOf(context, input),
  };
  await runBatch(db, [
    insertActionItem(db, item),
    recordAudit(context, { action: 'action-item.create', targetKind: 'action-item', targetId: item.id, after: item }),
  ]);
  return ok(item);
}
