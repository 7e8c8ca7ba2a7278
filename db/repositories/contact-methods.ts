import { and, eq } from 'drizzle-orm';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { contactMethods } from '../schema';
import type { Statement } from './batch';
import { listPage } from './listing';

/** A way to reach one person. `verifiedAt` null: never used for pages. */
export type ContactMethod = typeof contactMethods.$inferSelect;

export async function findContactMethod(db: Db, id: string): Promise<ContactMethod | null> {
  const [method] = await db.select().from(contactMethods).where(eq(contactMethods.id, id));
  return method ?? null;
}

/** Of one person or of everybody, in order of id. */
export const listContactMethods = (db: Db, page: PageRequest, userId?: string): Promise<Page<ContactMethod> | null> =>
  listPage(db, contactMethods, [contactMethods.id], page, userId ? eq(contactMethods.userId, userId) : undefined);

/** All of one person, oldest first; there are few (`MAX_METHODS`). */
export const contactMethodsOf = (db: Db, userId: string): Promise<ContactMethod[]> =>
  db.select().from(contactMethods).where(eq(contactMethods.userId, userId)).orderBy(contactMethods.createdAt);

/** More would make paging plans large without reaching anybody better. */
export const MAX_METHODS = 20;

export const insertContactMethod = (db: Db, method: ContactMethod): Statement =>
  db.insert(contactMethods).values(method);

export const updateContactMethod = (db: Db, method: ContactMethod): Statement =>
  db.update(contactMethods).set(method).where(eq(contactMethods.id, method.id));

/** A person's e-mail method follows when their address changes. */
export const moveEmailMethod = (db: Db, userId: string, from: string, to: string, now: Instant): Statement =>
  db
    .update(contactMethods)
    .set({ value: to, updatedAt: now })
    .where(and(eq(contactMethods.userId, userId), eq(contactMethods.kind, 'email'), eq(contactMethods.value, from)));

/** Takes the rules that name it along. */
export const deleteContactMethod = (db: Db, id: string): Statement =>
  db.delete(contactMethods).where(eq(contactMethods.id, id));
