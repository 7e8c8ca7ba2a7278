import { insertRule, type NotificationRule } from '../../../db/repositories/notification-rules';
import type { CreateRuleInput } from '../../../domain/notification/contact-method';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { refuseUnlessOwn } from '../config/own';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { refuseRule } from './guard';

/** Adds a rule to a person's ladder. Failures: forbidden, invalid (person, method), conflict (have it already; too many). */
export async function createRule(context: Context, input: CreateRuleInput): Promise<Result<NotificationRule>> {
  const { actor, db, now, random } = context;
  const refusal =
    refuseUnlessOwn(actor, input.userId) ??
    (await missingFailure(context, [{ kind: 'USER', id: input.userId, path: 'userId' }]));
  if (refusal) return err(refusal);
  const rule: NotificationRule = { id: newId('notificationRule', random), ...input, createdAt: now, updatedAt: now };
  const refused = await refuseRule(context, rule);
  if (refused) return err(refused);
  await saveChange(context, {
    action: 'notification-rule.create',
    targetKind: 'notification-rule',
    targetId: rule.id,
    after: rule,
    statements: [insertRule(db, rule)],
    touches: { kind: 'USER', id: rule.userId },
  });
  return ok(rule);
}
