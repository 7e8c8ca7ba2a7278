import { endAccessTokens } from '../../../db/repositories/access-tokens';
import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { revokeOtherSessions } from '../../../db/repositories/sessions-of';
import { findUser, updateUser } from '../../../db/repositories/users';
import { findUserByEmail } from '../../../db/repositories/users-by-credential';
import type { ChangePasswordInput } from '../../../domain/access/password-input';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import { countTry, forgiveTry } from '../../access/lockout-gate';
import { hashPassword, verifyNobody, verifyPassword } from '../../access/password';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';
import { currentSessionId } from '../session/current';
import { refuseUnlessPerson } from '../session/person';
import { tooManyTries } from './too-many';

/**
 * Changes one's own password and ends one's other sessions; the one whose cookie comes along goes on. The current
 * password is asked for, and counted like a sign-in, because a session may be in other hands.
 * Failures: forbidden (not a person), invalid (current password), conflict (none to change), rate-limited.
 */
export async function changePassword(
  context: Context,
  input: ChangePasswordInput & { cookie: string | null },
): Promise<Result<null>> {
  const person = refuseUnlessPerson(context.actor);
  if (!person.ok) return person;
  const { db, now } = context;
  const { id } = person.value;
  const user = await findUser(db, id);
  if (!user) return err(notFound('person'));

  const verdict = await countTry(context, user.email);
  if (!verdict.allowed) return err(tooManyTries(verdict.retryAfterSeconds));
  const passwordHash = (await findUserByEmail(db, user.email))?.passwordHash ?? null;
  const isRight = await (passwordHash ? verifyPassword(input.current, passwordHash) : verifyNobody(input.current));
  if (!isRight) return err(invalidField('current', 'This is not your current password'));
  await forgiveTry(context, user.email);
  if (input.next === input.current)
    return err(failure('conflict', 'This is your password already; choose another one.'));

  const kept = await currentSessionId(context, input.cookie);
  const next = await hashPassword(input.next);
  await runBatch(db, [
    updateUser(db, id, { passwordHash: next, updatedAt: now }),
    revokeOtherSessions(db, id, kept, now),
    endAccessTokens(db, id, now),
    recordAudit(context, { action: 'password.change', targetKind: 'user', targetId: id }),
  ]);
  return ok(null);
}
