import { recordAudit } from '../../../db/repositories/audit';
import { isUniqueViolation, runBatch } from '../../../db/repositories/batch';
import { paceWindow } from '../../../domain/message/pace';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { prepareMessage } from '../message/prepare';
import { findOwnMethod } from './own-method';
import { refuseTooSoon, tooSoon } from './pace';

/**
 * Sends a test message to a contact method, verified or not; what became of it is asked by the message's id.
 * Failures: forbidden, not-found, rate-limited (once in ten seconds).
 */
export async function testContactMethod(context: Context, { id }: IdInput): Promise<Result<{ messageId: string }>> {
  const found = await findOwnMethod(context, id);
  if (!found.ok) return found;
  const { method, user } = found.value;
  const refusal = await refuseTooSoon(context, 'contact-method-test', method);
  if (refusal) return err(refusal);

  const { db, now } = context;
  const message = await prepareMessage(context, {
    about: [id, method.value, paceWindow('contact-method-test', now)],
    content: { kind: 'contact-method-test' },
    user,
    channel: method.kind,
    to: method.value,
  });
  try {
    await runBatch(db, [
      ...message.statements,
      recordAudit(context, { action: 'contact-method.test', targetKind: 'contact-method', targetId: id }),
    ]);
  } catch (error) {
    if (isUniqueViolation(error, 'messages.id')) return err(tooSoon(10));
    throw error;
  }
  message.enqueueSoon();
  return ok({ messageId: message.id });
}
