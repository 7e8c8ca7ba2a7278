import { findActionItem, replaceActionItem } from '../../../db/repositories/action-items';
import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { refuse } from '../../../domain/access/permissions';
import type { ActionItem } from '../../../domain/postmortem/action-item';
import type { UpdateActionItemInput } from '../../../domain/postmortem/input';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { given } from '../config/given';
import { missingFailure, optional } from '../config/references';
import { reminderOf } from './reminder';

/** Changes an item or moves it over the board; what is left out stays. Failures: forbidden, not-found, invalid (owner). */
export async function updateActionItem(
  context: Context,
  { id, ...input }: UpdateActionItemInput & IdInput,
): Promise<Result<ActionItem>> {
  const { actor, db, now } = context;
  const refused = refuse(actor, 'incident.respond');
  if (refused) return err(refused);
  const before = await findActionItem(db, id);
  if (!before) return err(notFound('action item'));
  const missing = await missingFailure(context, optional('USER', input.ownerId, 'ownerId'));
  if (missing) return err(missing);
  const after: ActionItem = { ...before, ...given(input), updatedAt: now };
  after.completedAt = after.status === 'COMPLETED' ? (before.completedAt ?? now) : null;
  const isSameDate = after.dueOn === before.dueOn && after.ownerId === before.ownerId;
  // Whoever was reminded is not reminded again because a word changed.
  const keepsReminder = isSameDate && after.status !== 'COMPLETED' && before.status !== 'COMPLETED';
  after.remindAt = keepsReminder ? before.remindAt : await reminderOf(context, after);
  await runBatch(db, [
    replaceActionItem(db, after),
    recordAudit(context, { action: 'action-item.update', targetKind: 'action-item', targetId: id, before, after }),
  ]);
  return ok(after);
}
