import { eq, or } from 'drizzle-orm';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { Db } from '../client';
import { dashboards } from '../schema';
import type { Statement } from './batch';
import { keyed, listPage } from './listing';

export type Dashboard = Omit<typeof dashboards.$inferSelect, 'nameKey'>;

const withoutKey = ({ nameKey: _key, ...row }: typeof dashboards.$inferSelect): Dashboard => row;

/** A page of somebody's own dashboards and the shared ones, by name; null for a cursor that this list did not give out. */
export async function listDashboards(db: Db, userId: string, page: PageRequest): Promise<Page<Dashboard> | null> {
  const theirs = or(eq(dashboards.ownerId, userId), eq(dashboards.isShared, true));
  const found = await listPage(db, dashboards, [dashboards.nameKey, dashboards.id], page, theirs);
  return found && { ...found, data: found.data.map(withoutKey) };
}

export async function findDashboard(db: Db, id: string): Promise<Dashboard | null> {
  const [row] = await db.select().from(dashboards).where(eq(dashboards.id, id));
  return row ? withoutKey(row) : null;
}

export const insertDashboard = (db: Db, one: Dashboard): Statement => db.insert(dashboards).values(keyed(one));

export const replaceDashboard = (db: Db, one: Dashboard): Statement => {
  const { id, ...row } = keyed(one);
  return db.update(dashboards).set(row).where(eq(dashboards.id, id));
};

export const deleteDashboard = (db: Db, id: string): Statement => db.delete(dashboards).where(eq(dashboards.id, id));
