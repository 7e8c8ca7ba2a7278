import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { Instant } from '../../domain/shared/time';
import type { Webhook } from '../../domain/webhook/webhook';
import type { Db } from '../client';
import { webhooks } from '../schema';
import type { Statement } from './batch';
import { listPage } from './listing';

export async function findWebhook(db: Db, id: string): Promise<Webhook | null> {
  const [row] = await db.select().from(webhooks).where(eq(webhooks.id, id));
  return row ?? null;
}

/** In order of name. */
export const listWebhooks = (db: Db, page: PageRequest): Promise<Page<Webhook> | null> =>
  listPage(db, webhooks, [webhooks.name, webhooks.id], page);

/** Each is asked whether it wants an event, so there is a limit to how many there can be. */
export const MOST_WEBHOOKS = 200;
export const enabledWebhooks = (db: Db): Promise<Webhook[]> =>
  db.select().from(webhooks).where(eq(webhooks.enabled, true)).limit(MOST_WEBHOOKS);

export const countWebhooks = (db: Db): Promise<number> => db.$count(webhooks);

export const insertWebhook = (db: Db, webhook: Webhook): Statement => db.insert(webhooks).values(webhook);

export const updateWebhook = (db: Db, webhook: Webhook): Statement =>
  db.update(webhooks).set(webhook).where(eq(webhooks.id, webhook.id));

/** Its deliveries go with it. */
export const deleteWebhook = (db: Db, id: string): Statement => db.delete(webhooks).where(eq(webhooks.id, id));

/** The receiver asked for patience; the longest that was asked for counts. */
export const slowWebhook = (db: Db, id: string, until: Instant): Statement =>
  db
    .update(webhooks)
    .set({ slowUntil: until })
    .where(and(eq(webhooks.id, id), or(isNull(webhooks.slowUntil), lt(webhooks.slowUntil, until))));

/** Switched off by OpsKnight itself, and why. */
export const disableWebhook = (db: Db, id: string, reason: string, now: Instant): Statement =>
  db.update(webhooks).set({ enabled: false, disabledReason: reason, updatedAt: now }).where(eq(webhooks.id, id));
