import { and, eq, gt, lt } from 'drizzle-orm';
import type { Span } from '../../domain/schedule/span';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { timeOff } from '../schema';
import { insertAll, type Statement } from './batch';
import { inIds, listPage } from './listing';

/** When somebody is away. */
export type TimeOff = typeof timeOff.$inferSelect;

export async function findTimeOff(db: Db, id: string): Promise<TimeOff | null> {
  const [found] = await db.select().from(timeOff).where(eq(timeOff.id, id));
  return found ?? null;
}

/** Of one person or of everybody, past ones too, in order of id. */
export const listTimeOff = (db: Db, page: PageRequest, userId?: string): Promise<Page<TimeOff> | null> =>
  listPage(db, timeOff, [timeOff.id], page, userId ? eq(timeOff.userId, userId) : undefined);

/** More to come than this would make every answer about a person slow. */
export const MOST_TIME_OFF = 200;

/** What of one person has not ended at an instant, by start. */
export const comingTimeOff = (db: Db, userId: string, now: Instant): Promise<TimeOff[]> =>
  db
    .select()
    .from(timeOff)
    .where(and(eq(timeOff.userId, userId), gt(timeOff.endAt, now)))
    .orderBy(timeOff.startAt)
    .limit(MOST_TIME_OFF);

/** Who of these people is away in a span, and when. */
export const awayBetween = (db: Db, userIds: readonly string[], { start, end }: Span): Promise<TimeOff[]> =>
  db
    .select()
    .from(timeOff)
    .where(and(inIds(timeOff.userId, userIds), gt(timeOff.endAt, start), lt(timeOff.startAt, end)));

/** Those with a known id stay as they are: two imports of one calendar may cross. */
export const insertTimeOff = (db: Db, rows: readonly TimeOff[]): Statement[] =>
  insertAll(rows, 7, (chunk) => db.insert(timeOff).values(chunk).onConflictDoNothing());

/** Which of these ids are time off already. */
export async function knownTimeOff(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.select({ id: timeOff.id }).from(timeOff).where(inIds(timeOff.id, ids));
  return new Set(rows.map(({ id }) => id));
}

export const deleteTimeOff = (db: Db, id: string): Statement => db.delete(timeOff).where(eq(timeOff.id, id));
