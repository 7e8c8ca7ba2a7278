import {
  type ContactMethod,
  contactMethodsOf,
  findContactMethod,
  updateContactMethod as updateRow,
} from '../../../db/repositories/contact-methods';
import { clearMethodProblem, problemsOf } from '../../../db/repositories/method-problems';
import { can } from '../../../domain/access/permissions';
import { readAddress, type UpdateContactMethodInput } from '../../../domain/notification/contact-method';
import { failure } from '../../../domain/shared/errors';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';
import { refuseUnlessOwn } from '../config/own';
import { saveChange } from '../config/save';
import { verifiedAtFirst } from './verification';
import { auditOf, type ContactMethodView, viewOf } from './view';

/**
 * Changes a contact method; another address is not verified any more. Failures: forbidden, not-found, invalid
 * (address), conflict (have it already).
 */
export async function updateContactMethod(
  context: Context,
  { id, ...input }: UpdateContactMethodInput & IdInput,
): Promise<Result<ContactMethodView>> {
  const { actor, db, now } = context;
  const before = await findContactMethod(db, id);
  if (!before) return err(notFound('contact method'));
  const refusal = refuseUnlessOwn(actor, before.userId);
  if (refusal) return err(refusal);

  const kind = input.kind ?? before.kind;
  const address = readAddress(kind, input.value ?? before.value, context.config.allowLoopbackWebhooks);
  if ('problem' in address) return err(invalidField('value', address.problem));
  const isMoved = kind !== before.kind || address.value !== before.value;
  const present = isMoved ? await contactMethodsOf(db, before.userId) : [];
  if (present.some((one) => one.id !== id && one.kind === kind && one.value === address.value)) {
    return err(failure('conflict', 'This person has this contact method already.'));
  }
  const isFresh = isMoved || input.verified === true;
  const after: ContactMethod = {
    ...before,
    kind,
    value: address.value,
    enabled: input.enabled ?? before.enabled,
    verifiedAt: verifiedAt(isMoved),
    updatedAt: now,
  };
  await saveChange(context, {
    action: 'contact-method.update',
    targetKind: 'contact-method',
    targetId: id,
    before: auditOf(before),
    after: auditOf(after),
    statements: [updateRow(db, after), ...(isFresh ? [clearMethodProblem(db, id)] : [])],
    touches: { kind: 'USER', id: before.userId },
  });
  const problems = isFresh ? null : await problemsOf(db, [id]);
  return ok(viewOf(actor, after, problems?.get(id)));

  function verifiedAt(isNew: boolean) {
    if (isNew) return verifiedAtFirst(actor, { userId: before?.userId ?? '', kind }, input.verified, now);
    if (input.verified === undefined || !can(actor, 'people.write')) return before?.verifiedAt ?? null;
    return input.verified ? (before?.verifiedAt ?? now) : null;
  }
}
