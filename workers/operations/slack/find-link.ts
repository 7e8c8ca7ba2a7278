import { findSlackLink } from '../../../db/repositories/slack';
import { failure } from '../../../domain/shared/errors';
import { sha256Hex } from '../../../domain/shared/hash';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

export const deadLink = failure('not-found', 'This link has ended. Write /opsknight who in Slack for a new one.');

/** The Slack account that a link would connect. Failures: unauthenticated, not-found (used, expired, never made). */
export async function findLink(
  { actor, db, now }: Context,
  { token }: { token: string },
): Promise<Result<{ memberId: string; memberName: string | null }>> {
  if (actor.kind !== 'user') return err(failure('unauthenticated', 'Sign in first.'));
  const link = await findSlackLink(db, sha256Hex(token), now);
  return link ? ok({ memberId: link.memberId, memberName: link.memberName }) : err(deadLink);
}
