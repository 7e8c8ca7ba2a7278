import { clearMethodProblem } from '../../../db/repositories/method-problems';
import { countGuess, deleteVerificationCode, markVerified } from '../../../db/repositories/verification-codes';
import { codeHash, type VerifyCodeInput } from '../../../domain/message/code';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import { equalInConstantTime, utf8 } from '../../access/bytes';
import type { Context } from '../../context';
import { invalidField } from '../config/failures';
import { saveChange } from '../config/save';
import { findOwnMethod } from './own-method';
import { auditOf, type ContactMethodView, viewOf } from './view';

/**
 * Verifies a contact method by the code that was sent to it; pages use it from now on. Five guesses per code; a wrong,
 * used up, expired or missing code gets the same answer. A verified method stays as it is.
 * Failures: forbidden, not-found, invalid (code).
 */
export async function verifyContactMethod(
  context: Context,
  { id, code }: VerifyCodeInput & IdInput,
): Promise<Result<ContactMethodView>> {
  const found = await findOwnMethod(context, id);
  if (!found.ok) return found;
  const { actor, db, now } = context;
  const { method } = found.value;
  if (method.verifiedAt !== null) return ok(viewOf(actor, method));

  const expected = await countGuess(db, id, now);
  const isRight = expected !== null && equalInConstantTime(utf8(codeHash(method, code)), utf8(expected));
  if (!isRight) return err(invalidField('code', 'This code is wrong or has ended; check it, or send a new one'));

  const after = { ...method, verifiedAt: now, updatedAt: now };
  await saveChange(context, {
    action: 'contact-method.verify',
    targetKind: 'contact-method',
    targetId: id,
    before: auditOf(method),
    after: auditOf(after),
    statements: [markVerified(db, method, now), deleteVerificationCode(db, id), clearMethodProblem(db, id)],
    touches: { kind: 'USER', id: method.userId },
  });
  return ok(viewOf(actor, after));
}
