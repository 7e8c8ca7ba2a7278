import { findRule, type NotificationRule, updateRule as updateRow } from '../../../db/repositories/notification-rules';
import type { UpdateRuleInput } from '../../../domain/notification/contact-method';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { given } from '../config/given';
import { refuseUnlessOwn } from '../config/own';
import { saveChange } from '../config/save';
import { refuseRule } from './guard';

/** Changes a notification rule; what is left out stays. Failures: forbidden, not-found, invalid (method), conflict. */
export async function updateRule(
  context: Context,
  { id, ...input }: UpdateRuleInput & IdInput,
): Promise<Result<NotificationRule>> {
  const { actor, db, now } = context;
  const before = await findRule(db, id);
  if (!before) return err(notFound('notification rule'));
  const refusal = refuseUnlessOwn(actor, before.userId);
  if (refusal) return err(refusal);
  const after: NotificationRule = { ...before, ...given(input), updatedAt: now };
  const refused = await refuseRule(context, after);
  if (refused) return err(refused);
  await saveChange(context, {
    action: 'notification-rule.update',
    targetKind: 'notification-rule',
    targetId: id,
    before,
    after,
    statements: [updateRow(db, after)],
    touches: { kind: 'USER', id: before.userId },
  });
  return ok(after);
}
