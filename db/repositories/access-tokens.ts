import { and, eq, isNull, sql } from 'drizzle-orm';
import type { UserStatus } from '../../domain/access/roles';
import type { Person } from '../../domain/access/viewer';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { accessTokens, users } from '../schema';
import type { Statement } from './batch';
import { PERSON_COLUMNS } from './users-by-credential';

export type AccessToken = typeof accessTokens.$inferSelect;
export type TokenKind = AccessToken['kind'];
export type TokenWithPerson = Pick<AccessToken, 'id' | 'expiresAt' | 'usedAt'> & {
  user: Person & { status: UserStatus };
};

/** The token with this hash (SHA-256 of its text, hex) and its person. Judges neither expiry nor use. */
export const findAccessToken = async (db: Db, kind: TokenKind, hash: string): Promise<TokenWithPerson | null> =>
  (await db
    .select({
      id: accessTokens.id,
      expiresAt: accessTokens.expiresAt,
      usedAt: accessTokens.usedAt,
      user: PERSON_COLUMNS,
    })
    .from(accessTokens)
    .innerJoin(users, eq(users.id, accessTokens.userId))
    .where(and(eq(accessTokens.hash, hash), eq(accessTokens.kind, kind)))
    .get()) ?? null;

export const insertAccessToken = (db: Db, token: Omit<AccessToken, 'usedAt'>): Statement =>
  db.insert(accessTokens).values(token);

/** Ends every link of a person that has not been used, of one kind or of all. */
export const endAccessTokens = (db: Db, userId: string, now: Instant, kind?: TokenKind): Statement =>
  db
    .update(accessTokens)
    .set({ usedAt: now })
    .where(
      and(
        eq(accessTokens.userId, userId),
        isNull(accessTokens.usedAt),
        kind === undefined ? undefined : eq(accessTokens.kind, kind),
      ),
    );

/**
 * Uses a token up, as the first statement of a batch. The whole batch fails (`isNoLongerUsable`) when the token was used
 * in the meantime or its person's status is another one: D1 has no other way to make a batch depend on a row.
 */
export const redeemAccessToken = (db: Db, id: string, status: UserStatus, now: Instant): Statement =>
  db
    .update(accessTokens)
    .set({
      usedAt: now,
      hash: sql`CASE WHEN used_at IS NULL
        AND EXISTS (SELECT 1 FROM users WHERE users.id = user_id AND users.status = ${status}) THEN hash END`,
    })
    .where(eq(accessTokens.id, id));

/** True for the error of a batch in which `redeemAccessToken` found nothing to redeem. */
export function isNoLongerUsable(error: unknown): boolean {
  const texts = [error, error instanceof Error ? error.cause : null].map(String);
  return texts.some((text) => text.includes('NOT NULL constraint failed: access_tokens.hash'));
}
