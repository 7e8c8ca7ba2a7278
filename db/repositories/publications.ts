import { and, desc, eq } from 'drizzle-orm';
import type { Visibility } from '../../domain/incident/incident';
import type { Publication } from '../../domain/postmortem/publication';
import type { Db } from '../client';
import { incidents, publications } from '../schema';
import type { Statement } from './batch';

/** What visitors of a page may read, newest first, at most `limit`. */
export const publicationsOfPage = (db: Db, pageId: string, limit: number): Promise<Publication[]> =>
  db
    .select()
    .from(publications)
    .where(eq(publications.pageId, pageId))
    .orderBy(desc(publications.publishedAt))
    .limit(limit);

/** Of one postmortem there is at most one on each page. */
export const publicationsOf = (db: Db, postmortemId: string): Promise<Publication[]> =>
  db.select().from(publications).where(eq(publications.postmortemId, postmortemId)).orderBy(publications.publishedAt);

/** Two who publish at once write the same one; its address and first day stay. */
export const putPublication = (db: Db, row: Publication): Statement => {
  const { id: _id, publishedAt: _first, ...changes } = row;
  return db
    .insert(publications)
    .values(row)
    .onConflictDoUpdate({ target: [publications.postmortemId, publications.pageId], set: changes });
};

export const deletePublication = (db: Db, postmortemId: string, id: string): Statement =>
  db.delete(publications).where(and(eq(publications.postmortemId, postmortemId), eq(publications.id, id)));

/** Who may see an incident now; null: it is gone. */
export async function visibilityOf(db: Db, incidentId: string): Promise<Visibility | null> {
  const [row] = await db
    .select({ visibility: incidents.visibility })
    .from(incidents)
    .where(eq(incidents.id, incidentId));
  return row?.visibility ?? null;
}
