import { isUniqueViolation } from '../../../db/repositories/batch';
import { insertContactMethod } from '../../../db/repositories/contact-methods';
import { claimOwner, freeOwner } from '../../../db/repositories/setup';
import { insertUser, type User } from '../../../db/repositories/users';
import type { Actor } from '../../../domain/access/actor';
import { type Viewer, viewerOf } from '../../../domain/access/viewer';
import { failure } from '../../../domain/shared/errors';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { OwnerInput } from '../../../domain/user/owner';
import { hashPassword } from '../../access/password';
import { startSession } from '../../access/start-session';
import type { Context } from '../../context';
import { saveChange } from '../config/save';
import { refuseSetup } from './token';

/** `setCookie` is a value for Set-Cookie: the owner is signed in at once. */
export type OwnerMade = { viewer: Viewer; setCookie: string };

/**
 * Makes the first account, an administrator reachable by e-mail; whoever holds the set-up token may, once. Two at the
 * same time: one of them. Failures: invalid (token), conflict (there is an account).
 */
export async function createOwner(
  context: Context,
  { token, userAgent, ...input }: OwnerInput & { token: string; userAgent?: string | null },
): Promise<Result<OwnerMade>> {
  const refusal = await refuseSetup(context, token);
  if (refusal) return err(refusal);
  const { db, now, random } = context;
  const { password, ...fields } = input;
  const times = { createdAt: now, updatedAt: now };
  const user: User = { id: newId('user', random), ...fields, role: 'ADMIN', status: 'ACTIVE', ...times };
  const method = { id: newId('contactMethod', random), userId: user.id, kind: 'email' as const, value: user.email };
  const passwordHash = await hashPassword(password);
  const session = await startSession(context, user, { kind: 'browser', userAgent: userAgent ?? null });
  const actor: Actor = { kind: 'user', id: user.id, name: user.name, role: user.role };
  try {
    await saveChange(
      { ...context, actor },
      {
        action: 'setup.owner',
        targetKind: 'user',
        targetId: user.id,
        after: user,
        statements: [
          freeOwner(db),
          claimOwner(db, user.id, now),
          insertUser(db, { ...user, passwordHash }),
          insertContactMethod(db, { ...method, verifiedAt: now, enabled: true, ...times }),
          session.statement,
        ],
        touches: 'all',
      },
    );
  } catch (error) {
    if (!isUniqueViolation(error, 'settings.key')) throw error;
    return err(failure('conflict', 'Somebody else has become the owner just now. Sign in instead.'));
  }
  return ok({ viewer: viewerOf(user), setCookie: session.setCookie });
}
