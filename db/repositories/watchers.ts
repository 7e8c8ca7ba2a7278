import { and, asc, eq, lte, type SQL, sql } from 'drizzle-orm';
import type { IncidentAnnouncement } from '../../domain/incident/announcement';
import type { Watcher, WatcherRole } from '../../domain/incident/watcher';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { incidentWatchers, serviceWatchers, users, watcherNews } from '../schema';
import type { Statement } from './batch';

/** Far more than anybody reads, so that a list stays one page. */
const MOST = 200;

const watcher = (role: typeof incidentWatchers.role | typeof serviceWatchers.role) => ({
  userId: users.id,
  name: users.name,
  role,
});
const byName = [asc(users.nameKey), asc(users.id)];

/** Active people who watch an incident, in order of name. */
export const watchersOf = (db: Db, incidentId: string): Promise<Watcher[]> =>
  db
    .select(watcher(incidentWatchers.role))
    .from(incidentWatchers)
    .innerJoin(users, eq(users.id, incidentWatchers.userId))
    .where(and(eq(incidentWatchers.incidentId, incidentId), eq(users.status, 'ACTIVE')))
    .orderBy(...byName)
    .limit(MOST);

/** The same with where they are written to. */
export const watcherAddresses = (db: Db, incidentId: string) =>
  db
    .select({ ...watcher(incidentWatchers.role), email: users.email, locale: users.locale })
    .from(incidentWatchers)
    .innerJoin(users, eq(users.id, incidentWatchers.userId))
    .where(and(eq(incidentWatchers.incidentId, incidentId), eq(users.status, 'ACTIVE')))
    .limit(MOST);

export const watchersOfService = (db: Db, serviceId: string): Promise<Watcher[]> =>
  db
    .select(watcher(serviceWatchers.role))
    .from(serviceWatchers)
    .innerJoin(users, eq(users.id, serviceWatchers.userId))
    .where(and(eq(serviceWatchers.serviceId, serviceId), eq(users.status, 'ACTIVE')))
    .orderBy(...byName)
    .limit(MOST);

type Row = { incidentId: string; userId: string; role: WatcherRole; addedAt: Instant };

export const putWatcher = (db: Db, row: Row): Statement =>
  db
    .insert(incidentWatchers)
    .values(row)
    .onConflictDoUpdate({ target: [incidentWatchers.incidentId, incidentWatchers.userId], set: { role: row.role } });

export const removeWatcher = (db: Db, incidentId: string, userId: string) =>
  db
    .delete(incidentWatchers)
    .where(and(eq(incidentWatchers.incidentId, incidentId), eq(incidentWatchers.userId, userId)));

/** Whoever watches the service watches an incident of it that opens. */
export const watchFromOpening = (db: Db, incidentId: string, serviceId: string, now: Instant): Statement =>
  db
    .insert(incidentWatchers)
    .select(sql`SELECT ${incidentId}, user_id, role, ${now} FROM service_watchers WHERE service_id = ${serviceId}`)
    .onConflictDoNothing();

export const putServiceWatchers = (
  db: Db,
  serviceId: string,
  watchers: readonly { userId: string; role: WatcherRole }[],
): Statement[] => [
  db.delete(serviceWatchers).where(eq(serviceWatchers.serviceId, serviceId)),
  ...watchers.map(({ userId, role }) => db.insert(serviceWatchers).values({ serviceId, userId, role })),
];

/** True where anybody watches the incident, or would from its opening. */
export const watchedBy = (incidentId: string, serviceId: string): SQL => sql`(
  EXISTS (SELECT 1 FROM incident_watchers WHERE incident_id = ${incidentId})
  OR EXISTS (SELECT 1 FROM service_watchers WHERE service_id = ${serviceId}))`;

/** The same, asked by itself. */
export async function isWatched(db: Db, incidentId: string, serviceId: string): Promise<boolean> {
  const [row] = await db.all<{ watched: number }>(sql`SELECT ${watchedBy(incidentId, serviceId)} AS watched`);
  return row?.watched === 1;
}

export type WatcherNews = { id: string; event: IncidentAnnouncement; paged: string[] };

/** Keeps an announcement until it has been told; the same one twice is kept once. */
export const insertWatcherNews = (db: Db, { id, event, paged }: WatcherNews, now: Instant): Statement =>
  db
    .insert(watcherNews)
    .values({ id, incidentId: event.incident.id, event, paged, createdAt: now })
    .onConflictDoNothing();

export async function findWatcherNews(db: Db, id: string): Promise<WatcherNews | null> {
  const [row] = await db.select().from(watcherNews).where(eq(watcherNews.id, id));
  return row ?? null;
}

export const deleteWatcherNews = (db: Db, id: string): Statement =>
  db.delete(watcherNews).where(eq(watcherNews.id, id));

/** Ids of what should have been told by then, the oldest first. */
export async function overdueWatcherNews(db: Db, before: Instant, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: watcherNews.id })
    .from(watcherNews)
    .where(lte(watcherNews.createdAt, before))
    .orderBy(asc(watcherNews.createdAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}
