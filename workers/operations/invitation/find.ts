import { organisationOf } from '../../../db/repositories/settings';
import type { LinkTokenInput } from '../../../domain/access/password-input';
import { ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { findLivingToken } from '../password/link-token';

export type Invitation = { name: string; email: string; timezone: string; organisation: string };

/** Whom an invitation is for, to show before it is accepted. Open to everybody: the token is the credential. Failures: not-found. */
export async function findInvitation(context: Context, { token }: LinkTokenInput): Promise<Result<Invitation>> {
  const found = await findLivingToken(context, 'invitation', token);
  if (!found.ok) return found;
  const { name, email, timezone } = found.value.user;
  const organisation = await organisationOf(context.db);
  return ok({ name, email, timezone, organisation: organisation.name });
}
