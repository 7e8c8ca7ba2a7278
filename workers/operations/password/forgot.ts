import { endAccessTokens, insertAccessToken } from '../../../db/repositories/access-tokens';
import { recordAudit } from '../../../db/repositories/audit';
import { isUniqueViolation, runBatch } from '../../../db/repositories/batch';
import { findUserByEmail, type UserWithPassword } from '../../../db/repositories/users-by-credential';
import type { ForgotPasswordInput } from '../../../domain/access/password-input';
import { RESET_LIFE } from '../../../domain/message/kinds';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import { MINUTE } from '../../../domain/shared/time';
import { DATABASE_PATIENCE_MS } from '../../access/authentication';
import { countTry } from '../../access/lockout-gate';
import { within } from '../../access/within';
import type { Context } from '../../context';
import { prepareMessage } from '../message/prepare';
import { reasonOf } from '../plan/reason';
import { newLinkToken, STATUS_OF } from './link-token';
import { tooManyTries } from './too-many';

/** However often somebody asks, a mailbox gets one link in such a time. */
const ONE_LINK_PER = MINUTE;

/**
 * E-mails a link for a new password to the ACTIVE person with this address; anybody may ask. Known and unknown addresses
 * get the same answer in the same time: what is only done for the one is done after the answer (RELIABILITY B9).
 * Failures: rate-limited, unavailable.
 */
export async function forgotPassword(context: Context, { email }: ForgotPasswordInput): Promise<Result<null>> {
  // A counter of its own: whoever asks for links must not lock the owner of the address out of signing in.
  const verdict = await countTry(context, `password-reset ${email}`);
  if (!verdict.allowed) return err(tooManyTries(verdict.retryAfterSeconds));
  const found = await within(DATABASE_PATIENCE_MS, () => findUserByEmail(context.db, email));
  if (!found.answered) return err(failure('unavailable', 'This does not work at the moment. Try again soon.'));
  const user = found.value;
  if (user?.status === STATUS_OF['password-reset']) context.waitUntil(sendLink(context, user));
  return ok(null);
}

async function sendLink(context: Context, user: UserWithPassword): Promise<void> {
  const { config, db, now } = context;
  const { token, row } = newLinkToken(context, 'password-reset', user.id, RESET_LIFE);
  try {
    const message = await prepareMessage(context, {
      about: [user.id, Math.floor(now / ONE_LINK_PER)],
      content: { kind: 'password-reset', url: `${config.appUrl}/reset/${token}` },
      user,
      channel: 'email',
      to: user.email,
    });
    await runBatch(db, [
      endAccessTokens(db, user.id, now, 'password-reset'),
      insertAccessToken(db, { ...row, createdBy: null }),
      ...message.statements,
      recordAudit(context, { action: 'password.forgot', targetKind: 'user', targetId: user.id }),
    ]);
    message.enqueueSoon();
  } catch (error) {
    if (!isUniqueViolation(error, 'messages.id')) console.error(`no password link for ${user.id}: ${reasonOf(error)}`);
  }
}
