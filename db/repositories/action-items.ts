import { and, asc, eq, isNotNull, lte, ne } from 'drizzle-orm';
import type { ActionItem } from '../../domain/postmortem/action-item';
import type { ActionItemListInput } from '../../domain/postmortem/input';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { actionItems, postmortems } from '../schema';
import type { Statement } from './batch';
import { listPage } from './listing';

/** With the title of its postmortem. */
export type ListedItem = ActionItem & { postmortemTitle: string };

export async function findActionItem(db: Db, id: string): Promise<ActionItem | null> {
  const [row] = await db.select().from(actionItems).where(eq(actionItems.id, id));
  return row ?? null;
}

/** In the order in which they were added. */
export const itemsOfPostmortem = (db: Db, postmortemId: string): Promise<ActionItem[]> =>
  db
    .select()
    .from(actionItems)
    .where(eq(actionItems.postmortemId, postmortemId))
    .orderBy(asc(actionItems.createdAt), asc(actionItems.id));

/** The newest first. Null for a cursor that this list did not give out. */
export function listActionItems(
  db: Db,
  { postmortemId, status, ownerId, ...page }: PageRequest & ActionItemListInput,
): Promise<Page<ActionItem> | null> {
  const where = and(
    postmortemId ? eq(actionItems.postmortemId, postmortemId) : undefined,
    status ? eq(actionItems.status, status) : undefined,
    ownerId ? eq(actionItems.ownerId, ownerId) : undefined,
  );
  return listPage(db, actionItems, [actionItems.createdAt, actionItems.id], page, where, true);
}

/** Everything that is not done, and what was done last: at most `limit` of each, for the board. */
export async function boardItems(db: Db, limit: number): Promise<ListedItem[]> {
  const items = (isDone: boolean) =>
    db
      .select({ item: actionItems, title: postmortems.title })
      .from(actionItems)
      .innerJoin(postmortems, eq(postmortems.id, actionItems.postmortemId))
      .where(isDone ? eq(actionItems.status, 'COMPLETED') : ne(actionItems.status, 'COMPLETED'))
      .orderBy(asc(actionItems.dueOn), asc(actionItems.priority), asc(actionItems.createdAt))
      .limit(limit);
  const [open, done] = await Promise.all([items(false), items(true)]);
  return [...open, ...done].map(({ item, title }) => ({ ...item, postmortemTitle: title }));
}

/** What somebody owns and has not done, by due date, at most `limit`. */
export async function openItemsOf(db: Db, ownerId: string, limit: number): Promise<ListedItem[]> {
  const rows = await db
    .select({ item: actionItems, title: postmortems.title })
    .from(actionItems)
    .innerJoin(postmortems, eq(postmortems.id, actionItems.postmortemId))
    .where(and(eq(actionItems.ownerId, ownerId), ne(actionItems.status, 'COMPLETED'), isNotNull(actionItems.dueOn)))
    .orderBy(asc(actionItems.dueOn), asc(actionItems.id))
    .limit(limit);
  return rows.map(({ item, title }) => ({ ...item, postmortemTitle: title }));
}

/** Those whose owner is to be reminded by `now`, the longest due first. */
export const itemsToRemind = (db: Db, now: Instant, limit: number): Promise<ActionItem[]> =>
  db
    .select()
    .from(actionItems)
    .where(and(isNotNull(actionItems.remindAt), lte(actionItems.remindAt, now)))
    .orderBy(asc(actionItems.remindAt))
    .limit(limit);

export const insertActionItem = (db: Db, row: ActionItem): Statement => db.insert(actionItems).values(row);

export const replaceActionItem = (db: Db, row: ActionItem): Statement =>
  db.update(actionItems).set(row).where(eq(actionItems.id, row.id));

/** Only while its reminder is still that of `before`: another run may have sent it. */
export const setReminder = (db: Db, id: string, before: Instant, remindAt: Instant | null): Statement =>
  db
    .update(actionItems)
    .set({ remindAt })
    .where(and(eq(actionItems.id, id), eq(actionItems.remindAt, before)));

export const deleteActionItem = (db: Db, id: string): Statement => db.delete(actionItems).where(eq(actionItems.id, id));
