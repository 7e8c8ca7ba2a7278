import { and, eq, gt, isNull, lt, or } from 'drizzle-orm';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { apiKeys, calendarFeeds, users } from '../schema';
import type { Statement } from './batch';

type Row = typeof calendarFeeds.$inferSelect;

/** What a feed shows. */
export type FeedTarget = Pick<Row, 'kind' | 'targetId'>;

/** A feed as it is shown: nobody has its secret but its owner. */
export type CalendarFeed = Omit<Row, 'hash'>;

const COLUMNS = {
  id: calendarFeeds.id,
  kind: calendarFeeds.kind,
  targetId: calendarFeeds.targetId,
  ownerId: calendarFeeds.ownerId,
  createdAt: calendarFeeds.createdAt,
  rotatedAt: calendarFeeds.rotatedAt,
  lastReadAt: calendarFeeds.lastReadAt,
};

const isOf = ({ kind, targetId }: FeedTarget) =>
  and(eq(calendarFeeds.kind, kind), eq(calendarFeeds.targetId, targetId));

/** The feed that `ownerId` has of this, if any. */
export async function findFeed(db: Db, target: FeedTarget, ownerId: string): Promise<CalendarFeed | null> {
  const [feed] = await db
    .select(COLUMNS)
    .from(calendarFeeds)
    .where(and(isOf(target), eq(calendarFeeds.ownerId, ownerId)));
  return feed ?? null;
}

const isKeyInUse = (now: Instant) =>
  and(
    eq(apiKeys.id, calendarFeeds.ownerId),
    isNull(apiKeys.revokedAt),
    or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
  );

/** The feed whose secret has this SHA-256 (hex), unless its owner has left: a person not ACTIVE, a key that has ended. */
export async function findFeedByHash(db: Db, hash: string, now: Instant): Promise<CalendarFeed | null> {
  const [feed] = await db
    .select(COLUMNS)
    .from(calendarFeeds)
    .leftJoin(users, eq(users.id, calendarFeeds.ownerId))
    .leftJoin(apiKeys, eq(apiKeys.id, calendarFeeds.ownerId))
    .where(and(eq(calendarFeeds.hash, hash), or(eq(users.status, 'ACTIVE'), isKeyInUse(now))));
  return feed ?? null;
}

/** Stores a feed, or gives the one that is there a new secret. */
export const putFeed = (db: Db, feed: Row): Statement =>
  db
    .insert(calendarFeeds)
    .values(feed)
    .onConflictDoUpdate({
      target: calendarFeeds.id,
      set: { hash: feed.hash, rotatedAt: feed.rotatedAt, lastReadAt: null },
    });

export const deleteFeed = (db: Db, id: string): Statement => db.delete(calendarFeeds).where(eq(calendarFeeds.id, id));

/** Every feed of something that is deleted. */
export const deleteFeedsOf = (db: Db, target: FeedTarget): Statement => db.delete(calendarFeeds).where(isOf(target));

/** Notes that a calendar has read the feed, unless that was noted since `before`. */
export const touchFeed = (db: Db, id: string, now: Instant, before: Instant) =>
  db
    .update(calendarFeeds)
    .set({ lastReadAt: now })
    .where(and(eq(calendarFeeds.id, id), or(isNull(calendarFeeds.lastReadAt), lt(calendarFeeds.lastReadAt, before))));
