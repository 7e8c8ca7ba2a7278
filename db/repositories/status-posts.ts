import { and, eq, inArray, lt, lte, or, sql } from 'drizzle-orm';
import type { Instant } from '../../domain/shared/time';
import type { StatusPost } from '../../domain/status-page/post';
import type { DeliveryChange } from '../../domain/webhook/delivery';
import type { Db } from '../client';
import { statusDeliveries, statusPosts } from '../schema';
import type { Statement } from './batch';

export type StoredPost = typeof statusPosts.$inferSelect;
export type StatusDelivery = typeof statusDeliveries.$inferSelect;

/** Goes into the batch of the update that it tells of; an update is told of once. */
export const insertPost = (db: Db, post: StatusPost, now: Instant, nextAt: Instant): Statement =>
  db
    .insert(statusPosts)
    .values({ id: post.id, pageId: post.page.id, post, cursor: '', nextAt, createdAt: now })
    .onConflictDoNothing();

export async function findPost(db: Db, id: string): Promise<StoredPost | null> {
  const [row] = await db.select().from(statusPosts).where(eq(statusPosts.id, id));
  return row ?? null;
}

/** Everybody up to `cursor` has been dealt with; only for whoever began where the post stood. */
export const movePost = (db: Db, { id, cursor: from }: StoredPost, cursor: string, nextAt: Instant | null): Statement =>
  db
    .update(statusPosts)
    .set({ cursor, nextAt })
    .where(and(eq(statusPosts.id, id), eq(statusPosts.cursor, from)));

/** Posts that wait, made ready for their queue. */
export async function takeDuePosts(db: Db, now: Instant, lookAgainAt: Instant, limit: number): Promise<string[]> {
  const due = db
    .select({ id: statusPosts.id })
    .from(statusPosts)
    .where(lte(statusPosts.nextAt, now))
    .orderBy(statusPosts.nextAt)
    .limit(limit);
  const rows = await db
    .update(statusPosts)
    .set({ nextAt: lookAgainAt })
    .where(inArray(statusPosts.id, due))
    .returning({ id: statusPosts.id });
  return rows.map(({ id }) => id);
}

export const deletePostsBefore = async (db: Db, before: Instant): Promise<void> => {
  await db.delete(statusPosts).where(lt(statusPosts.createdAt, before));
};

export const insertStatusDelivery = (db: Db, row: StatusDelivery): Statement =>
  db.insert(statusDeliveries).values(row).onConflictDoNothing();

/** Takes the delivery for one sender until `until`, in one conditional statement. Null: it is not theirs. */
export async function leaseStatusDelivery(
  db: Db,
  id: string,
  now: Instant,
  until: Instant,
): Promise<StatusDelivery | null> {
  const isFree = or(
    eq(statusDeliveries.state, 'PENDING'),
    and(eq(statusDeliveries.state, 'FAILED_TEMPORARILY'), lte(statusDeliveries.nextAt, now)),
    and(eq(statusDeliveries.state, 'SENDING'), lte(statusDeliveries.leasedUntil, now)),
  );
  const [row] = await db
    .update(statusDeliveries)
    .set({
      state: 'SENDING',
      attempts: sql`${statusDeliveries.attempts} + 1`,
      leasedUntil: until,
      nextAt: until,
      updatedAt: now,
    })
    .where(and(eq(statusDeliveries.id, id), isFree))
    .returning();
  return row ?? null;
}

/** What became of a leased delivery. One that was taken is taken, even if its lease ran out. */
export function settleStatusDelivery(db: Db, { id, attempts }: StatusDelivery, change: DeliveryChange): Statement {
  const isMine = and(eq(statusDeliveries.state, 'SENDING'), eq(statusDeliveries.attempts, attempts));
  return db
    .update(statusDeliveries)
    .set(change)
    .where(and(eq(statusDeliveries.id, id), change.state === 'SENT' ? undefined : isMine));
}

/** Deliveries that are due, made ready for their queue. */
export async function takeDueStatusDeliveries(
  db: Db,
  now: Instant,
  lookAgainAt: Instant,
  limit: number,
): Promise<string[]> {
  const due = db
    .select({ id: statusDeliveries.id })
    .from(statusDeliveries)
    .where(lte(statusDeliveries.nextAt, now))
    .orderBy(statusDeliveries.nextAt)
    .limit(limit);
  const rows = await db
    .update(statusDeliveries)
    .set({ state: 'PENDING', leasedUntil: null, nextAt: lookAgainAt, updatedAt: now })
    .where(inArray(statusDeliveries.id, due))
    .returning({ id: statusDeliveries.id });
  return rows.map(({ id }) => id);
}
