import { and, asc, eq, lte } from 'drizzle-orm';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { weeklyDigests } from '../schema';
import type { Statement } from './batch';

/** When somebody gets their next digest; null: they have not asked for any. */
export async function digestOf(db: Db, userId: string): Promise<Instant | null> {
  const [row] = await db.select().from(weeklyDigests).where(eq(weeklyDigests.userId, userId));
  return row?.nextAt ?? null;
}

export const putDigest = (db: Db, userId: string, nextAt: Instant): Statement =>
  db
    .insert(weeklyDigests)
    .values({ userId, nextAt })
    .onConflictDoUpdate({ target: weeklyDigests.userId, set: { nextAt } });

export const deleteDigest = (db: Db, userId: string): Statement =>
  db.delete(weeklyDigests).where(eq(weeklyDigests.userId, userId));

/** The longest due first. */
export const digestsDue = (db: Db, now: Instant, limit: number): Promise<{ userId: string; nextAt: Instant }[]> =>
  db.select().from(weeklyDigests).where(lte(weeklyDigests.nextAt, now)).orderBy(asc(weeklyDigests.nextAt)).limit(limit);

/** Only while it is still due at `before`: another run may have sent it. */
export const moveDigest = (db: Db, userId: string, before: Instant, nextAt: Instant): Statement =>
  db
    .update(weeklyDigests)
    .set({ nextAt })
    .where(and(eq(weeklyDigests.userId, userId), eq(weeklyDigests.nextAt, before)));
