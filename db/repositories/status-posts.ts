import { and, eq, inArray, lt, lte } from 'drizzle-orm';
import type { Instant } from '../../domain/shared/time';
import type { StatusPost } from '../../domain/status-page/post';
import type { DeliveryChange } from '../../domain/webhook/delivery';
import type { Db } from '../client';
import { statusDeliveries, statusPosts } from '../schema';
import type { Statement } from './batch';
import { dueIds, isFree, leased, maySettle, waiting } from './delivery-lease';

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
  const [row] = await db
    .update(statusDeliveries)
    .set(leased(statusDeliveries, now, until))
    .where(and(eq(statusDeliveries.id, id), isFree(statusDeliveries, now)))
    .returning();
  return row ?? null;
}

/** What became of a leased delivery, as far as `maySettle` lets it. */
export function settleStatusDelivery(db: Db, delivery: StatusDelivery, change: DeliveryChange): Statement {
  return db
    .update(statusDeliveries)
    .set(change)
    .where(maySettle(statusDeliveries, delivery, change.state === 'SENT'));
}

/** Deliveries that are due, made ready for their queue. */
export async function takeDueStatusDeliveries(
  db: Db,
  now: Instant,
  lookAgainAt: Instant,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .update(statusDeliveries)
    .set(waiting(now, lookAgainAt))
    .where(dueIds(db, statusDeliveries, now, limit))
    .returning({ id: statusDeliveries.id });
  return rows.map(({ id }) => id);
}
