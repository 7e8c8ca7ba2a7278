import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { idempotencyKeys } from '../schema';

export type StoredKey = typeof idempotencyKeys.$inferSelect;

/** Which rows no longer count: outcomes from before `expired`, and requests that began before `abandoned` and never ended. */
export type Forgotten = { expired: Instant; abandoned: Instant };

/**
 * Takes a key for a request that begins at `now`; true for exactly one of several at the same time. A row that no longer
 * counts is taken over.
 */
export async function claimIdempotencyKey(
  db: Db,
  { id, bodyHash, now }: { id: string; bodyHash: string; now: Instant },
  { expired, abandoned }: Forgotten,
): Promise<boolean> {
  const fresh = { bodyHash, status: null, response: null, createdAt: now };
  const taken = await db
    .insert(idempotencyKeys)
    .values({ id, ...fresh })
    .onConflictDoUpdate({
      target: idempotencyKeys.id,
      set: fresh,
      setWhere: or(
        lt(idempotencyKeys.createdAt, expired),
        and(isNull(idempotencyKeys.status), lt(idempotencyKeys.createdAt, abandoned)),
      ),
    })
    .returning({ id: idempotencyKeys.id });
  return taken.length > 0;
}

export const findIdempotencyKey = async (db: Db, id: string): Promise<StoredKey | null> =>
  (await db.select().from(idempotencyKeys).where(eq(idempotencyKeys.id, id)).get()) ?? null;

/** The claim itself: nobody has taken the key over since. */
const claimed = (id: string, at: Instant) =>
  and(eq(idempotencyKeys.id, id), eq(idempotencyKeys.createdAt, at), isNull(idempotencyKeys.status));

/** Stores what the request that claimed the key at `at` was answered. */
export const settleIdempotencyKey = async (
  db: Db,
  id: string,
  at: Instant,
  outcome: { status: number; response: string },
): Promise<void> => {
  await db.update(idempotencyKeys).set(outcome).where(claimed(id, at));
};

/** Gives a key back that was claimed at `at`: nothing came of its request. */
export const releaseIdempotencyKey = async (db: Db, id: string, at: Instant): Promise<void> => {
  await db.delete(idempotencyKeys).where(claimed(id, at));
};

/** Deletes what was stored before an instant; for the cron that keeps tables small (SEMANTICS 22: 24 hours). */
export const deleteOldIdempotencyKeys = async (db: Db, before: Instant): Promise<void> => {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, before));
};
