import { recordAudit } from '../../../db/repositories/audit';
import { isUniqueViolation, runBatch } from '../../../db/repositories/batch';
import { putVerificationCode } from '../../../db/repositories/verification-codes';
import { codeHash, newCode } from '../../../domain/message/code';
import { CODE_LIFE } from '../../../domain/message/kinds';
import { paceWindow } from '../../../domain/message/pace';
import { failure } from '../../../domain/shared/errors';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { prepareMessage } from '../message/prepare';
import { findOwnMethod } from './own-method';
import { refuseTooSoon, tooSoon } from './pace';

/**
 * Sends a code of six digits to a contact method, at most once a minute; the code before ends. It works for 10 minutes.
 * Failures: forbidden, not-found, conflict (verified already), rate-limited.
 */
export async function sendCode(
  context: Context,
  { id }: IdInput,
): Promise<Result<{ messageId: string; expiresAt: Instant }>> {
  const found = await findOwnMethod(context, id);
  if (!found.ok) return found;
  const { method, user } = found.value;
  if (method.verifiedAt !== null) return err(failure('conflict', 'This contact method is verified already.'));
  const refusal = await refuseTooSoon(context, 'verification-code', method);
  if (refusal) return err(refusal);

  const { db, now, random } = context;
  const code = newCode(random);
  const expiresAt = now + CODE_LIFE;
  const message = await prepareMessage(context, {
    about: [id, method.value, paceWindow('verification-code', now)],
    content: { kind: 'verification-code', code },
    user,
    channel: method.kind,
    to: method.value,
  });
  try {
    await runBatch(db, [
      ...message.statements,
      putVerificationCode(db, { contactMethodId: id, hash: codeHash(method, code), createdAt: now, expiresAt }),
      recordAudit(context, { action: 'contact-method.send-code', targetKind: 'contact-method', targetId: id }),
    ]);
  } catch (error) {
    if (isUniqueViolation(error, 'messages.id')) return err(tooSoon(60));
    throw error;
  }
  message.enqueueSoon();
  return ok({ messageId: message.id, expiresAt });
}
