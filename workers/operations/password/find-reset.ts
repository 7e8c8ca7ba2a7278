import type { LinkTokenInput } from '../../../domain/access/password-input';
import { ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { findLivingToken } from './link-token';

/** Whose password a link is for, to show before it is used. Open to everybody: the token is the credential. Failures: not-found. */
export async function findPasswordReset(
  context: Context,
  { token }: LinkTokenInput,
): Promise<Result<{ email: string }>> {
  const found = await findLivingToken(context, 'password-reset', token);
  return found.ok ? ok({ email: found.value.user.email }) : found;
}
