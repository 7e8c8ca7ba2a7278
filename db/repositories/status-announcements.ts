import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { Instant } from '../../domain/shared/time';
import type { StatusAnnouncement } from '../../domain/status-page/page';
import type { Db } from '../client';
import { statusAnnouncements } from '../schema';
import type { Statement } from './batch';
import { listPage } from './listing';

export async function findAnnouncement(db: Db, pageId: string, id: string): Promise<StatusAnnouncement | null> {
  const [row] = await db
    .select()
    .from(statusAnnouncements)
    .where(and(eq(statusAnnouncements.id, id), eq(statusAnnouncements.pageId, pageId)));
  return row ?? null;
}

/** Of one page, the latest first. */
export const listAnnouncements = (
  db: Db,
  pageId: string,
  page: PageRequest,
): Promise<Page<StatusAnnouncement> | null> =>
  listPage(
    db,
    statusAnnouncements,
    [statusAnnouncements.startsAt, statusAnnouncements.id],
    page,
    eq(statusAnnouncements.pageId, pageId),
    true,
  );

/** Those that are shown, now or later. */
export const standingAnnouncements = (db: Db, pageId: string, now: Instant): Promise<StatusAnnouncement[]> =>
  db
    .select()
    .from(statusAnnouncements)
    .where(
      and(
        eq(statusAnnouncements.pageId, pageId),
        or(isNull(statusAnnouncements.endsAt), gt(statusAnnouncements.endsAt, now)),
      ),
    )
    .orderBy(statusAnnouncements.startsAt)
    .limit(50);

export const insertAnnouncement = (db: Db, row: StatusAnnouncement): Statement =>
  db.insert(statusAnnouncements).values(row);

export const updateAnnouncement = (db: Db, row: StatusAnnouncement): Statement =>
  db.update(statusAnnouncements).set(row).where(eq(statusAnnouncements.id, row.id));

export const deleteAnnouncement = (db: Db, id: string): Statement =>
  db.delete(statusAnnouncements).where(eq(statusAnnouncements.id, id));
