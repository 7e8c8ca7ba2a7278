import { eq, or } from 'drizzle-orm';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { Db } from '../client';
import { savedViews } from '../schema';
import type { Statement } from './batch';
import { keyed, listPage } from './listing';

export type SavedView = Omit<typeof savedViews.$inferSelect, 'nameKey'>;

const withoutKey = ({ nameKey: _key, ...row }: typeof savedViews.$inferSelect): SavedView => row;

/** A page of somebody's own views and the shared ones, by name; null for a cursor that this list did not give out. */
export async function listSavedViews(db: Db, userId: string, page: PageRequest): Promise<Page<SavedView> | null> {
  const theirs = or(eq(savedViews.ownerId, userId), eq(savedViews.isShared, true));
  const found = await listPage(db, savedViews, [savedViews.nameKey, savedViews.id], page, theirs);
  return found && { ...found, data: found.data.map(withoutKey) };
}

export async function findSavedView(db: Db, id: string): Promise<SavedView | null> {
  const [row] = await db.select().from(savedViews).where(eq(savedViews.id, id));
  return row ? withoutKey(row) : null;
}

export const insertSavedView = (db: Db, view: SavedView): Statement => db.insert(savedViews).values(keyed(view));

export const replaceSavedView = (db: Db, view: SavedView): Statement => {
  const { id, ...row } = keyed(view);
  return db.update(savedViews).set(row).where(eq(savedViews.id, id));
};

export const deleteSavedView = (db: Db, id: string): Statement => db.delete(savedViews).where(eq(savedViews.id, id));
