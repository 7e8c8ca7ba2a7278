import { deleteRule, findRule } from '../../../db/repositories/notification-rules';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { refuseUnlessOwn } from '../config/own';
import { saveChange } from '../config/save';

/** Deletes a notification rule; without any for an urgency the defaults apply. Failures: forbidden, not-found. */
export async function removeRule(context: Context, { id }: IdInput): Promise<Result<null>> {
  const { actor, db } = context;
  const before = await findRule(db, id);
  if (!before) return err(notFound('notification rule'));
  const refusal = refuseUnlessOwn(actor, before.userId);
  if (refusal) return err(refusal);
  await saveChange(context, {
    action: 'notification-rule.remove',
    targetKind: 'notification-rule',
    targetId: id,
    before,
    statements: [deleteRule(db, id)],
    touches: { kind: 'USER', id: before.userId },
  });
  return ok(null);
}
