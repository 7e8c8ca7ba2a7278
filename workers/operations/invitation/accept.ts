import { endAccessTokens, isNoLongerUsable, redeemAccessToken } from '../../../db/repositories/access-tokens';
import { updateUser } from '../../../db/repositories/users';
import type { Actor } from '../../../domain/access/actor';
import type { AcceptInvitationInput } from '../../../domain/access/password-input';
import { viewerOf } from '../../../domain/access/viewer';
import { err, ok, type Result } from '../../../domain/shared/result';
import { hashPassword } from '../../access/password';
import { startSession } from '../../access/start-session';
import type { Context } from '../../context';
import { saveChange } from '../config/save';
import { deadLink, findLivingToken, STATUS_OF } from '../password/link-token';
import type { SignedIn } from '../session/sign-in';

/**
 * Accepts an invitation: the person becomes ACTIVE with the password they chose and is signed in. Open to everybody:
 * the token is the credential, and works once. Failures: not-found (unknown, used, replaced or expired alike).
 */
export async function acceptInvitation(
  context: Context,
  input: AcceptInvitationInput & { userAgent?: string | null },
): Promise<Result<SignedIn>> {
  const { db, now } = context;
  const found = await findLivingToken(context, 'invitation', input.token);
  if (!found.ok) return found;
  const { id: tokenId, user: before } = found.value;
  const { id } = before;
  const passwordHash = await hashPassword(input.password);
  const changes = {
    name: input.name ?? before.name,
    timezone: input.timezone ?? before.timezone,
    status: 'ACTIVE' as const,
  };
  const user = { ...before, ...changes };
  const actor: Actor = { kind: 'user', id, name: user.name, role: user.role };
  const session = await startSession(context, user, { kind: 'browser', userAgent: input.userAgent ?? null });
  try {
    await saveChange(
      { ...context, actor },
      {
        action: 'invitation.accept',
        targetKind: 'user',
        targetId: id,
        before: { name: before.name, timezone: before.timezone, status: before.status },
        after: changes,
        statements: [
          redeemAccessToken(db, tokenId, STATUS_OF.invitation, now),
          updateUser(db, id, { ...changes, passwordHash, updatedAt: now }),
          endAccessTokens(db, id, now),
          session.statement,
        ],
        touches: user.role === 'ADMIN' ? 'all' : { kind: 'USER', id },
      },
    );
  } catch (error) {
    if (isNoLongerUsable(error)) return err(deadLink());
    throw error;
  }
  return ok({ viewer: viewerOf(user), setCookie: session.setCookie });
}
