import { recordAudit } from '../../../db/repositories/audit';
import { findUserByEmail, type UserWithPassword } from '../../../db/repositories/users-by-credential';
import type { Actor } from '../../../domain/access/actor';
import type { SignInInput } from '../../../domain/access/sign-in';
import { type Viewer, viewerOf } from '../../../domain/access/viewer';
import { type Failure, failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import { DATABASE_PATIENCE_MS } from '../../access/authentication';
import { countTry, forgiveTry } from '../../access/lockout-gate';
import { verifyNobody, verifyPassword } from '../../access/password';
import { startSession } from '../../access/start-session';
import { within } from '../../access/within';
import type { Context } from '../../context';

/** `setCookie` is a value for Set-Cookie. */
export type SignedIn = { viewer: Viewer; setCookie: string };

/**
 * Signs a person in by e-mail and password; anybody may try. Unknown, invited, disabled and mistaken people get the
 * same answer in the same time (RELIABILITY B9). Failures: unauthenticated, rate-limited, unavailable.
 */
export async function signIn(
  context: Context,
  input: SignInInput & { userAgent?: string | null },
): Promise<Result<SignedIn>> {
  const verdict = await countTry(context, input.email);
  if (!verdict.allowed) return err(locked(verdict.retryAfterSeconds));

  const found = await within(DATABASE_PATIENCE_MS, () => findUserByEmail(context.db, input.email));
  if (!found.answered) return err(failure('unavailable', 'Signing in does not work at the moment. Try again soon.'));
  const user = found.value;
  const isRight = await isRightPassword(user, input.password);
  if (!user || !isRight || user.status !== 'ACTIVE') {
    return err(failure('unauthenticated', 'E-mail or password is wrong.'));
  }

  const actor: Actor = { kind: 'user', id: user.id, name: user.name, role: user.role };
  const kind = input.remember ? 'phone' : 'browser';
  const session = await startSession(context, user, { kind, userAgent: input.userAgent ?? null });
  await context.db.batch([
    session.statement,
    recordAudit(
      { ...context, actor },
      { action: 'session.create', targetKind: 'session', targetId: session.rowId, after: { kind } },
    ),
  ]);
  await forgiveTry(context, input.email);
  return ok({ viewer: viewerOf(user), setCookie: session.setCookie });
}

const isRightPassword = (user: UserWithPassword | null, password: string): Promise<boolean> =>
  user?.passwordHash ? verifyPassword(password, user.passwordHash) : verifyNobody(password);

function locked(retryAfterSeconds: number): Failure {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const message = `Too many tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`;
  return failure('rate-limited', message, { detail: { retryAfterSeconds } });
}
