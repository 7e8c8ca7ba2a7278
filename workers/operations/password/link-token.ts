import { findAccessToken, type TokenKind, type TokenWithPerson } from '../../../db/repositories/access-tokens';
import type { UserStatus } from '../../../domain/access/roles';
import { type Failure, failure } from '../../../domain/shared/errors';
import { hashedId, sha256Hex } from '../../../domain/shared/hash';
import { randomText } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import type { Context } from '../../context';

// One-time links that let a person set a password: an invitation, or a forgotten one.

/** `token` is for the link only; `row` holds its hash. */
export function newLinkToken({ random, now }: Context, kind: TokenKind, userId: string, lifetime: number) {
  // 113 bits (RELIABILITY, Security choices).
  const token = randomText(22, random);
  const hash = sha256Hex(token);
  return { token, row: { id: hashedId('tok', [hash]), kind, userId, hash, createdAt: now, expiresAt: now + lifetime } };
}

/** Whom a link of each kind is for: an invitation ends when its person has come in, disabling a person ends both. */
export const STATUS_OF: Record<TokenKind, UserStatus> = { invitation: 'INVITED', 'password-reset': 'ACTIVE' };

/** One answer for links that are unknown, used, replaced or expired: a guess must learn nothing. */
export const deadLink = (): Failure => failure('not-found', 'This link does not work any more. Ask for a new one.');

/** The token of a link that still works, with its person. Failures: not-found. */
export async function findLivingToken(
  { db, now }: { db: Context['db']; now: Instant },
  kind: TokenKind,
  token: string,
): Promise<Result<TokenWithPerson>> {
  const found = await findAccessToken(db, kind, sha256Hex(token));
  const isLiving = found && found.usedAt === null && now < found.expiresAt && found.user.status === STATUS_OF[kind];
  return isLiving ? ok(found) : err(deadLink());
}
