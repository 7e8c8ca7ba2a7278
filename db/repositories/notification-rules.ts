import { eq } from 'drizzle-orm';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { Db } from '../client';
import { notificationRules } from '../schema';
import type { Statement } from './batch';
import { listPage } from './listing';

/** "This method, after so many minutes, for this urgency." */
export type NotificationRule = typeof notificationRules.$inferSelect;

export async function findRule(db: Db, id: string): Promise<NotificationRule | null> {
  const [rule] = await db.select().from(notificationRules).where(eq(notificationRules.id, id));
  return rule ?? null;
}

/** Of one person or of everybody, in order of id. */
export const listRules = (db: Db, page: PageRequest, userId?: string): Promise<Page<NotificationRule> | null> =>
  listPage(
    db,
    notificationRules,
    [notificationRules.id],
    page,
    userId ? eq(notificationRules.userId, userId) : undefined,
  );

/** All of one person, in the order in which they fire; there are few (`MAX_RULES`). */
export const rulesOf = (db: Db, userId: string): Promise<NotificationRule[]> =>
  db
    .select()
    .from(notificationRules)
    .where(eq(notificationRules.userId, userId))
    .orderBy(notificationRules.urgency, notificationRules.delayMinutes);

export const MAX_RULES = 60;

export const insertRule = (db: Db, rule: NotificationRule): Statement => db.insert(notificationRules).values(rule);

export const updateRule = (db: Db, rule: NotificationRule): Statement =>
  db.update(notificationRules).set(rule).where(eq(notificationRules.id, rule.id));

export const deleteRule = (db: Db, id: string): Statement =>
  db.delete(notificationRules).where(eq(notificationRules.id, id));
