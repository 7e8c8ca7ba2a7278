import { and, desc, eq, gte, lte } from 'drizzle-orm';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { changeEvents } from '../schema';
import { listPage } from './listing';

export type StoredChange = typeof changeEvents.$inferSelect;

/** Adds changes; one that is there already stays as it is. */
export async function insertChangeEvents(db: Db, events: readonly StoredChange[]): Promise<void> {
  const [first, ...more] = events.map((event) => db.insert(changeEvents).values(event).onConflictDoNothing());
  if (first) await db.batch([first, ...more]);
}

/** Changes of a service made in [from, to], the newest `limit`, newest first. */
export const changesOfService = (
  db: Db,
  serviceId: string,
  { from, to, limit }: { from: Instant; to: Instant; limit: number },
): Promise<StoredChange[]> =>
  db
    .select()
    .from(changeEvents)
    .where(
      and(eq(changeEvents.serviceId, serviceId), gte(changeEvents.occurredAt, from), lte(changeEvents.occurredAt, to)),
    )
    .orderBy(desc(changeEvents.occurredAt), desc(changeEvents.id))
    .limit(limit);

/** Of one service or of all, newest first. */
export const listChangeEvents = (db: Db, page: PageRequest, serviceId?: string): Promise<Page<StoredChange> | null> =>
  listPage(
    db,
    changeEvents,
    [changeEvents.occurredAt, changeEvents.id],
    page,
    serviceId ? eq(changeEvents.serviceId, serviceId) : undefined,
    true,
  );
