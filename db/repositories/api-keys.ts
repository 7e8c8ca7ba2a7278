import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Scope } from '../../domain/access/roles';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { apiKeys } from '../schema';
import { holdsWords } from './listing';

/** An API key as it is shown: never its text, which nobody has, nor its hash. */
export type ApiKeyView = {
  id: string;
  name: string;
  scopes: Scope[];
  createdBy: string | null;
  createdAt: Instant;
  expiresAt: Instant | null;
  lastUsedAt: Instant | null;
  revokedAt: Instant | null;
};

const VIEW_COLUMNS = {
  id: apiKeys.id,
  name: apiKeys.name,
  scopes: apiKeys.scopes,
  createdBy: apiKeys.createdBy,
  createdAt: apiKeys.createdAt,
  expiresAt: apiKeys.expiresAt,
  lastUsedAt: apiKeys.lastUsedAt,
  revokedAt: apiKeys.revokedAt,
};

/** One key with the SHA-256 (hex) of its text; null when there is none. Judges neither expiry nor revocation. */
export const findApiKey = async (db: Db, id: string): Promise<(ApiKeyView & { hash: string }) | null> =>
  (await db
    .select({ ...VIEW_COLUMNS, hash: apiKeys.hash })
    .from(apiKeys)
    .where(eq(apiKeys.id, id))
    .get()) ?? null;

/** A place in the list, newest first. */
export type ApiKeyPlace = { createdAt: Instant; id: string };

/** Up to `limit` keys whose names hold every word of `q`, newest first, after a place in that order. */
export const listApiKeys = (db: Db, limit: number, after: ApiKeyPlace | null, q?: string): Promise<ApiKeyView[]> =>
  db
    .select(VIEW_COLUMNS)
    .from(apiKeys)
    .where(
      and(
        holdsWords(sql`lower(${apiKeys.name})`, q),
        after ? sql`(${apiKeys.createdAt}, ${apiKeys.id}) < (${after.createdAt}, ${after.id})` : undefined,
      ),
    )
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(limit);

/** The statement that stores a new key, for a batch. */
export const insertApiKey = (db: Db, key: Omit<ApiKeyView, 'lastUsedAt' | 'revokedAt'> & { hash: string }) =>
  db.insert(apiKeys).values(key);

/** The statement that ends a key; a key that has ended keeps its first date. */
export const revokeApiKey = (db: Db, id: string, now: Instant) =>
  db
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)));

/** Notes that the key was used, unless that was noted since `before`. */
export const touchApiKey = (db: Db, id: string, now: Instant, before: Instant) =>
  db
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, before))));
