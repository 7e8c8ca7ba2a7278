import { deleteContactMethod, findContactMethod } from '../../../db/repositories/contact-methods';
import { rulesOf } from '../../../db/repositories/notification-rules';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { refuseUnlessOwn } from '../config/own';
import { saveChange } from '../config/save';
import { auditOf } from './view';

/** Deletes a contact method together with the notification rules that name it. Failures: forbidden, not-found. */
export async function removeContactMethod(context: Context, { id }: IdInput): Promise<Result<null>> {
  const { actor, db } = context;
  const before = await findContactMethod(db, id);
  if (!before) return err(notFound('contact method'));
  const refusal = refuseUnlessOwn(actor, before.userId);
  if (refusal) return err(refusal);
  const rules = (await rulesOf(db, before.userId)).filter((rule) => rule.contactMethodId === id);
  await saveChange(context, {
    action: 'contact-method.remove',
    targetKind: 'contact-method',
    targetId: id,
    before: { ...auditOf(before), notificationRules: rules },
    statements: [deleteContactMethod(db, id)],
    touches: { kind: 'USER', id: before.userId },
  });
  return ok(null);
}
