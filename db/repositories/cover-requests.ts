import { and, desc, eq, gt, lte, sql } from 'drizzle-orm';
import type { CoverRequest } from '../../domain/cover/request';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { coverOffers, coverRequests } from '../schema';
import { insertAll, isConstraintViolation, type Statement } from './batch';
import { groupBy, inIds, listPage } from './listing';

type Row = typeof coverRequests.$inferSelect;

async function withOffers(db: Db, rows: readonly Row[]): Promise<CoverRequest[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const offers = await db
    .select()
    .from(coverOffers)
    .where(inIds(coverOffers.requestId, ids))
    .orderBy(coverOffers.requestId, coverOffers.userId);
  const offersOf = groupBy(offers, ({ requestId }) => requestId);
  return rows.map((row) => ({
    ...row,
    offers: (offersOf.get(row.id) ?? []).map(({ userId, state }) => ({ userId, state })),
  }));
}

export async function findCoverRequest(db: Db, id: string): Promise<CoverRequest | null> {
  const [found] = await withOffers(db, await db.select().from(coverRequests).where(eq(coverRequests.id, id)));
  return found ?? null;
}

/** All of a schedule, in order of id. */
export async function listCoverRequests(
  db: Db,
  scheduleId: string,
  page: PageRequest,
): Promise<Page<CoverRequest> | null> {
  const found = await listPage(db, coverRequests, [coverRequests.id], page, eq(coverRequests.scheduleId, scheduleId));
  return found && { ...found, data: await withOffers(db, found.data) };
}

const MOST = 100;

/** Those that somebody asked for and that have not begun to be forgotten, newest first; at most 100. */
export const coversAskedBy = async (db: Db, userId: string, since: Instant): Promise<CoverRequest[]> =>
  withOffers(
    db,
    await db
      .select()
      .from(coverRequests)
      .where(and(eq(coverRequests.userId, userId), gt(coverRequests.endAt, since)))
      .orderBy(desc(coverRequests.createdAt))
      .limit(MOST),
  );

/** Open ones that were offered to somebody who has not answered, the next first; at most 100. */
export async function coversOfferedTo(db: Db, userId: string, now: Instant): Promise<CoverRequest[]> {
  const rows = await db
    .select({ request: coverRequests })
    .from(coverOffers)
    .innerJoin(coverRequests, eq(coverRequests.id, coverOffers.requestId))
    .where(
      and(
        eq(coverOffers.userId, userId),
        eq(coverOffers.state, 'OFFERED'),
        eq(coverRequests.state, 'OPEN'),
        gt(coverRequests.expiresAt, now),
      ),
    )
    .orderBy(coverRequests.startAt)
    .limit(MOST);
  return withOffers(
    db,
    rows.map(({ request }) => request),
  );
}

/** Ids of open requests whose time has come. */
export const expiredCovers = async (db: Db, now: Instant, limit: number): Promise<string[]> =>
  (
    await db
      .select({ id: coverRequests.id })
      .from(coverRequests)
      .where(and(sql`state = 'OPEN'`, lte(coverRequests.expiresAt, now)))
      .orderBy(coverRequests.expiresAt)
      .limit(limit)
  ).map(({ id }) => id);

/** Ids of open requests that are to be reminded of. */
export const coversToRemind = async (db: Db, now: Instant, limit: number): Promise<string[]> =>
  (
    await db
      .select({ id: coverRequests.id })
      .from(coverRequests)
      .where(and(sql`state = 'OPEN' AND remind_at IS NOT NULL`, lte(coverRequests.remindAt, now)))
      .orderBy(coverRequests.remindAt)
      .limit(limit)
  ).map(({ id }) => id);

/** Those of a schedule that were taken after an instant. */
export const coversTakenSince = (db: Db, scheduleId: string, since: Instant): Promise<Row[]> =>
  db
    .select()
    .from(coverRequests)
    .where(
      and(
        eq(coverRequests.scheduleId, scheduleId),
        gt(coverRequests.closedAt, since),
        eq(coverRequests.state, 'TAKEN'),
      ),
    )
    .limit(MOST);

/** True if one person has an open request on this schedule that overlaps. */
export async function hasOpenCover(
  db: Db,
  { scheduleId, userId, startAt, endAt }: Pick<Row, 'scheduleId' | 'userId' | 'startAt' | 'endAt'>,
  now: Instant,
): Promise<boolean> {
  const found = await db
    .select({ one: sql`1` })
    .from(coverRequests)
    .where(
      and(
        eq(coverRequests.userId, userId),
        eq(coverRequests.scheduleId, scheduleId),
        eq(coverRequests.state, 'OPEN'),
        gt(coverRequests.expiresAt, now),
        sql`${coverRequests.startAt} < ${endAt} AND ${coverRequests.endAt} > ${startAt}`,
      ),
    )
    .limit(1);
  return found.length > 0;
}

export const insertCoverRequest = (db: Db, { offers, ...row }: CoverRequest): Statement[] => [
  db.insert(coverRequests).values(row),
  ...insertAll(
    offers.map((offer) => ({ ...offer, requestId: row.id })),
    3,
    (chunk) => db.insert(coverOffers).values(chunk),
  ),
];

/**
 * A request as it is to be, if it is still the one that was read: else the version, which may not be null, becomes null,
 * and with this statement the whole batch comes to nothing (`isStaleCover`).
 */
export function replaceCoverRequest(db: Db, before: CoverRequest, { offers, ...row }: CoverRequest): Statement[] {
  const version = sql`CASE WHEN ${coverRequests.version} = ${before.version} THEN ${row.version} END`;
  return [
    db
      .update(coverRequests)
      .set({ ...row, version })
      .where(eq(coverRequests.id, before.id)),
    ...groupedBy(offers).map(([state, userIds]) =>
      db
        .update(coverOffers)
        .set({ state })
        .where(and(eq(coverOffers.requestId, before.id), inIds(coverOffers.userId, userIds))),
    ),
  ];
}

/** True if a batch came to nothing because somebody else has changed the request in between. */
export const isStaleCover = (error: unknown): boolean =>
  isConstraintViolation(error, 'NOT NULL', 'cover_requests.version');

const groupedBy = (offers: CoverRequest['offers']) =>
  [...groupBy(offers, ({ state }) => state)].map(
    ([state, group]) => [state as CoverRequest['offers'][number]['state'], group.map(({ userId }) => userId)] as const,
  );
