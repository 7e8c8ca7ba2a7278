import { and, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { lastInstant, type MaintenanceWindow, type PlanWindow } from '../../domain/maintenance/window';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { incidents, maintenanceWindows } from '../schema';
import type { Statement } from './batch';
import { inIds, listPage } from './listing';

type Row = typeof maintenanceWindows.$inferSelect;

const toWindow = ({ overAt: _over, ...window }: Row): MaintenanceWindow => window;
const toRow = (window: MaintenanceWindow): Row => ({ ...window, overAt: lastInstant(window) });

/** As plans have it: without times of change, so that saving something unchanged leaves a plan as it is. */
export const toPlanWindow = (row: Row): PlanWindow => {
  const { id, name, labels, timezone, startAt, endAt, repeat, endedAt } = row;
  return { id, name, labels, timezone, startAt, endAt, repeat, endedAt };
};

export async function findMaintenanceWindow(db: Db, id: string): Promise<MaintenanceWindow | null> {
  const [row] = await db.select().from(maintenanceWindows).where(eq(maintenanceWindows.id, id));
  return row ? toWindow(row) : null;
}

const isCurrent = (now: Instant): SQL | undefined =>
  or(isNull(maintenanceWindows.overAt), gt(maintenanceWindows.overAt, now));

const isOfService = (serviceId: string): SQL => sql`
  (json_array_length(${maintenanceWindows.serviceIds}) = 0
    OR EXISTS (SELECT 1 FROM json_each(${maintenanceWindows.serviceIds}) WHERE value = ${serviceId}))`;

/** Windows of a service, or of all services, that are or will be in force: a condition on the table. */
export const mayHold = (serviceId: string, now: Instant): SQL | undefined =>
  and(isCurrent(now), isOfService(serviceId));

export type WindowFilter = { serviceId?: string | undefined; when?: 'current' | 'past' | undefined };

/** In the order in which they begin: the latest last of those to come, first of those that are over. */
export async function listMaintenanceWindows(
  db: Db,
  { serviceId, when, ...page }: PageRequest & WindowFilter,
  now: Instant,
): Promise<Page<MaintenanceWindow> | null> {
  const isWhen =
    when === 'current' ? isCurrent(now) : when === 'past' ? lte(maintenanceWindows.overAt, now) : undefined;
  const where = and(isWhen, serviceId === undefined ? undefined : isOfService(serviceId));
  const key = [maintenanceWindows.startAt, maintenanceWindows.id];
  const found = await listPage(db, maintenanceWindows, key, page, where, when === 'past');
  return found && { ...found, data: found.data.map(toWindow) };
}

export async function windowsOfService(db: Db, serviceId: string, now: Instant): Promise<PlanWindow[]> {
  const rows = await db.select().from(maintenanceWindows).where(mayHold(serviceId, now));
  return rows.map(toPlanWindow);
}

export const insertMaintenanceWindow = (db: Db, window: MaintenanceWindow): Statement =>
  db.insert(maintenanceWindows).values(toRow(window));

export const updateMaintenanceWindow = (db: Db, window: MaintenanceWindow): Statement =>
  db.update(maintenanceWindows).set(toRow(window)).where(eq(maintenanceWindows.id, window.id));

export const deleteMaintenanceWindow = (db: Db, id: string): Statement =>
  db.delete(maintenanceWindows).where(eq(maintenanceWindows.id, id));

/** What is open of these services: the newest `limit`. */
export const openIncidentsOf = (
  db: Db,
  serviceIds: readonly string[] | 'all',
  limit: number,
): Promise<{ id: string; serviceId: string }[]> =>
  db
    .select({ id: incidents.id, serviceId: incidents.serviceId })
    .from(incidents)
    .where(
      and(
        sql`${incidents.status} <> 'RESOLVED'`,
        serviceIds === 'all' ? undefined : inIds(incidents.serviceId, serviceIds),
      ),
    )
    .orderBy(sql`${incidents.openedAt} DESC`)
    .limit(limit);
