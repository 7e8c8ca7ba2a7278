import {
  type ContactMethod,
  contactMethodsOf,
  insertContactMethod,
  MAX_METHODS,
} from '../../../db/repositories/contact-methods';
import { type CreateContactMethodInput, readAddress } from '../../../domain/notification/contact-method';
import { failure } from '../../../domain/shared/errors';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { invalidField } from '../config/failures';
import { refuseUnlessOwn } from '../config/own';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { verifiedAtFirst } from './verification';
import { auditOf, type ContactMethodView, viewOf } from './view';

/** Adds a way to reach a person. Failures: forbidden, invalid (address, person), conflict (have it already; too many). */
export async function createContactMethod(
  context: Context,
  input: CreateContactMethodInput,
): Promise<Result<ContactMethodView>> {
  const { actor, db, now, random } = context;
  const { userId, kind, enabled } = input;
  const refusal =
    refuseUnlessOwn(actor, userId) ?? (await missingFailure(context, [{ kind: 'USER', id: userId, path: 'userId' }]));
  if (refusal) return err(refusal);
  const address = readAddress(kind, input.value, context.config.allowLoopbackWebhooks);
  if ('problem' in address) return err(invalidField('value', address.problem));

  const present = await contactMethodsOf(db, userId);
  if (present.some((one) => one.kind === kind && one.value === address.value)) {
    return err(failure('conflict', 'This person has this contact method already.'));
  }
  if (present.length >= MAX_METHODS)
    return err(failure('conflict', `A person has at most ${MAX_METHODS} contact methods.`));

  const method: ContactMethod = {
    id: newId('contactMethod', random),
    userId,
    kind,
    value: address.value,
    verifiedAt: verifiedAtFirst(actor, input, input.verified, now),
    enabled,
    createdAt: now,
    updatedAt: now,
  };
  await saveChange(context, {
    action: 'contact-method.create',
    targetKind: 'contact-method',
    targetId: method.id,
    after: auditOf(method),
    statements: [insertContactMethod(db, method)],
    touches: { kind: 'USER', id: userId },
  });
  return ok(viewOf(actor, method));
}
