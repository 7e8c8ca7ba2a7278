import { endAccessTokens, isNoLongerUsable, redeemAccessToken } from '../../../db/repositories/access-tokens';
import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { revokeSessionsOf } from '../../../db/repositories/sessions';
import { updateUser } from '../../../db/repositories/users';
import type { Actor } from '../../../domain/access/actor';
import type { ResetPasswordInput } from '../../../domain/access/password-input';
import { err, ok, type Result } from '../../../domain/shared/result';
import { forgiveTry } from '../../access/lockout-gate';
import { hashPassword } from '../../access/password';
import type { Context } from '../../context';
import { deadLink, findLivingToken, STATUS_OF } from './link-token';

/**
 * Sets a new password by a link, ends every session of the person and lifts a lock-out. Open to everybody: the token is
 * the credential, and works once. Failures: not-found (unknown, used, replaced or expired alike).
 */
export async function resetPassword(
  context: Context,
  { token, password }: ResetPasswordInput,
): Promise<Result<{ email: string }>> {
  const { db, now } = context;
  const found = await findLivingToken(context, 'password-reset', token);
  if (!found.ok) return found;
  const { id: tokenId, user } = found.value;
  const { id, name, role, email } = user;
  const passwordHash = await hashPassword(password);
  const actor: Actor = { kind: 'user', id, name, role };
  try {
    await runBatch(db, [
      redeemAccessToken(db, tokenId, STATUS_OF['password-reset'], now),
      updateUser(db, id, { passwordHash, updatedAt: now }),
      revokeSessionsOf(db, id, now),
      endAccessTokens(db, id, now),
      recordAudit({ ...context, actor }, { action: 'password.reset', targetKind: 'user', targetId: id }),
    ]);
  } catch (error) {
    if (isNoLongerUsable(error)) return err(deadLink());
    throw error;
  }
  await forgiveTry(context, email);
  return ok({ email });
}
