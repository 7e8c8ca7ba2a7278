import { and, count, eq, gt, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { Instant } from '../../domain/shared/time';
import type { Subscriber } from '../../domain/status-page/subscriber';
import type { SubscriberFilter } from '../../domain/status-page/subscriber-input';
import type { Db } from '../client';
import { statusSubscribers } from '../schema';
import type { Statement } from './batch';
import { holdsWords, inIds, listPage } from './listing';

export async function findSubscriber(db: Db, id: string): Promise<Subscriber | null> {
  const [row] = await db.select().from(statusSubscribers).where(eq(statusSubscribers.id, id));
  return row ?? null;
}

type Address = Pick<Subscriber, 'pageId' | 'channel' | 'addressKey'>;

export async function subscriberAt(db: Db, { pageId, channel, addressKey }: Address): Promise<Subscriber | null> {
  const [row] = await db
    .select()
    .from(statusSubscribers)
    .where(
      and(
        eq(statusSubscribers.pageId, pageId),
        eq(statusSubscribers.channel, channel),
        eq(statusSubscribers.addressKey, addressKey),
      ),
    );
  return row ?? null;
}

/** Those of a page that have these e-mail addresses, by their keys. */
export const subscribersWith = (db: Db, pageId: string, keys: readonly string[]): Promise<Subscriber[]> =>
  db
    .select()
    .from(statusSubscribers)
    .where(
      and(
        eq(statusSubscribers.pageId, pageId),
        eq(statusSubscribers.channel, 'email'),
        inIds(statusSubscribers.addressKey, keys),
      ),
    );

/** Of one page, the latest first. */
export const listSubscribers = (
  db: Db,
  pageId: string,
  { q, state, channel, ...page }: PageRequest & SubscriberFilter,
): Promise<Page<Subscriber> | null> =>
  listPage(
    db,
    statusSubscribers,
    [statusSubscribers.createdAt, statusSubscribers.id],
    page,
    and(
      eq(statusSubscribers.pageId, pageId),
      holdsWords(statusSubscribers.shown, q),
      state && (state === 'confirmed' ? isNotNull : isNull)(statusSubscribers.confirmedAt),
      channel && eq(statusSubscribers.channel, channel),
    ),
    true,
  );

/** The next of those who have confirmed, in order of id. */
export const subscribersAfter = (db: Db, pageId: string, cursor: string, limit: number): Promise<Subscriber[]> =>
  db
    .select()
    .from(statusSubscribers)
    .where(
      and(
        eq(statusSubscribers.pageId, pageId),
        gt(statusSubscribers.id, cursor),
        isNotNull(statusSubscribers.confirmedAt),
      ),
    )
    .orderBy(statusSubscribers.id)
    .limit(limit);

/** How many would be told of something about these components; empty: about everything. */
export async function countSubscribers(db: Db, pageId: string, about: readonly string[]): Promise<number> {
  const isAbout = sql`(json_array_length(${statusSubscribers.componentIds}) = 0 OR EXISTS (
    SELECT 1 FROM json_each(${statusSubscribers.componentIds})
    WHERE value IN (SELECT value FROM json_each(${JSON.stringify(about)}))))`;
  const [row] = await db
    .select({ count: count() })
    .from(statusSubscribers)
    .where(
      and(
        eq(statusSubscribers.pageId, pageId),
        isNotNull(statusSubscribers.confirmedAt),
        about.length > 0 ? isAbout : undefined,
      ),
    );
  return row?.count ?? 0;
}

type Row = typeof statusSubscribers.$inferInsert;
const toRow = (subscriber: Subscriber): Row => ({ ...subscriber, componentIds: [...subscriber.componentIds] });

export const insertSubscriber = (db: Db, subscriber: Subscriber): Statement =>
  db.insert(statusSubscribers).values(toRow(subscriber));

export const updateSubscriber = (db: Db, subscriber: Subscriber): Statement =>
  db.update(statusSubscribers).set(toRow(subscriber)).where(eq(statusSubscribers.id, subscriber.id));

type Choice = Pick<Subscriber, 'componentIds' | 'language'>;

/** What somebody hears of alone, so that an answer to our question at the same time stays. */
export const setChoice = (db: Db, id: string, { componentIds, language }: Choice, now: Instant): Statement =>
  db
    .update(statusSubscribers)
    .set({ componentIds: [...componentIds], language, updatedAt: now })
    .where(eq(statusSubscribers.id, id));

export const confirmSubscriber = (db: Db, id: string, now: Instant): Statement =>
  db.update(statusSubscribers).set({ confirmedAt: now, updatedAt: now }).where(eq(statusSubscribers.id, id));

export const deleteSubscriber = (db: Db, id: string): Statement =>
  db.delete(statusSubscribers).where(eq(statusSubscribers.id, id));

/** Whoever never answered is forgotten. */
export async function deleteUnconfirmed(db: Db, before: Instant): Promise<void> {
  await db
    .delete(statusSubscribers)
    .where(and(isNull(statusSubscribers.confirmedAt), lte(statusSubscribers.askedAt, before)));
}
