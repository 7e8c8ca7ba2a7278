import { and, eq, inArray, type SQL } from 'drizzle-orm';
import type { PostmortemListInput } from '../../domain/postmortem/input';
import type { Postmortem } from '../../domain/postmortem/postmortem';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { Db } from '../client';
import { postmortems } from '../schema';
import type { Statement } from './batch';
import { listPage } from './listing';

export async function findPostmortem(db: Db, id: string): Promise<Postmortem | null> {
  const [row] = await db.select().from(postmortems).where(eq(postmortems.id, id));
  return row ?? null;
}

/** There is one for each incident, at most. */
export async function postmortemOf(db: Db, incidentId: string): Promise<Postmortem | null> {
  const [row] = await db.select().from(postmortems).where(eq(postmortems.incidentId, incidentId));
  return row ?? null;
}

/** The newest first. Null for a cursor that this list did not give out. */
export function listPostmortems(
  db: Db,
  { status, ...page }: PageRequest & PostmortemListInput,
): Promise<Page<Postmortem> | null> {
  const where: SQL | undefined = status ? eq(postmortems.status, status) : undefined;
  return listPage(db, postmortems, [postmortems.createdAt, postmortems.id], page, where, true);
}

export const insertPostmortem = (db: Db, row: Postmortem): Statement => db.insert(postmortems).values(row);

/** True where the row was still of the version before; else somebody else was faster and nothing is written. */
export async function replacePostmortem(db: Db, row: Postmortem): Promise<boolean> {
  const written = await db
    .update(postmortems)
    .set(row)
    .where(and(eq(postmortems.id, row.id), eq(postmortems.version, row.version - 1)))
    .returning({ id: postmortems.id });
  return written.length > 0;
}

export const deletePostmortem = (db: Db, id: string): Statement => db.delete(postmortems).where(eq(postmortems.id, id));

export const deletePostmortems = (db: Db, ids: readonly string[]): Statement =>
  db.delete(postmortems).where(inArray(postmortems.id, [...ids]));
