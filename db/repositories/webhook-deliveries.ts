import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { decodeCursor, type Page, toPage } from '../../domain/shared/page';
import type { Instant } from '../../domain/shared/time';
import type { DeliveryChange, WebhookDelivery } from '../../domain/webhook/delivery';
import type { WebhookEvent } from '../../domain/webhook/event';
import type { Db } from '../client';
import { webhookAttempts, webhookDeliveries, webhookEvents } from '../schema';
import type { Statement } from './batch';
import { dueIds, isFree, leased, maySettle, waiting } from './delivery-lease';

export type WebhookAttemptRow = typeof webhookAttempts.$inferSelect;

/** The event and its deliveries; what stands already stays, so that an effect may be carried out twice. */
export const insertWebhookEvent = (
  db: Db,
  event: WebhookEvent,
  deliveries: readonly WebhookDelivery[],
): Statement[] => [
  db.insert(webhookEvents).values({ id: event.id, event, createdAt: event.at }).onConflictDoNothing(),
  ...deliveries.map((delivery) => db.insert(webhookDeliveries).values(delivery).onConflictDoNothing()),
];

export async function findWebhookDelivery(db: Db, id: string): Promise<WebhookDelivery | null> {
  const [row] = await db.select().from(webhookDeliveries).where(eq(webhookDeliveries.id, id));
  return row ?? null;
}

export async function findWebhookEvent(db: Db, id: string): Promise<WebhookEvent | null> {
  const [row] = await db.select().from(webhookEvents).where(eq(webhookEvents.id, id));
  return row?.event ?? null;
}

/**
 * Takes the delivery for one sender until `until`, in one conditional statement, so that of several consumers one gets
 * it. Null when it is not theirs: under way elsewhere, not due yet, or settled.
 */
export async function leaseWebhookDelivery(
  db: Db,
  id: string,
  now: Instant,
  until: Instant,
): Promise<WebhookDelivery | null> {
  const [row] = await db
    .update(webhookDeliveries)
    .set(leased(webhookDeliveries, now, until))
    .where(and(eq(webhookDeliveries.id, id), isFree(webhookDeliveries, now)))
    .returning();
  return row ?? null;
}

/** What became of a leased delivery, as far as `maySettle` lets it. */
export function settleWebhookDelivery(
  db: Db,
  delivery: WebhookDelivery,
  change: DeliveryChange & { latencyMs?: number },
): Statement {
  return db
    .update(webhookDeliveries)
    .set(change)
    .where(maySettle(webhookDeliveries, delivery, change.state === 'SENT'));
}

/** Moves a delivery that nobody holds to a later time, without an attempt. */
export const postponeWebhookDelivery = (db: Db, id: string, until: Instant, now: Instant): Statement =>
  db
    .update(webhookDeliveries)
    .set({ nextAt: until, updatedAt: now })
    .where(and(eq(webhookDeliveries.id, id), inArray(webhookDeliveries.state, ['PENDING', 'FAILED_TEMPORARILY'])));

/** Sends it again from the start of the schedule, unless a sender holds it right now; answers whether it does. */
export async function restartWebhookDelivery(db: Db, id: string, now: Instant, lookAgainAt: Instant): Promise<boolean> {
  const isHeld = sql`${webhookDeliveries.state} = 'SENDING' AND ${webhookDeliveries.leasedUntil} > ${now}`;
  const rows = await db
    .update(webhookDeliveries)
    .set({
      state: 'PENDING',
      attemptsBefore: sql`${webhookDeliveries.attempts}`,
      leasedUntil: null,
      nextAt: lookAgainAt,
      updatedAt: now,
    })
    .where(and(eq(webhookDeliveries.id, id), sql`NOT (${isHeld})`))
    .returning({ id: webhookDeliveries.id });
  return rows.length > 0;
}

/** Writing one again changes nothing. */
export const insertWebhookAttempt = (db: Db, attempt: WebhookAttemptRow): Statement =>
  db.insert(webhookAttempts).values(attempt).onConflictDoNothing();

/** Up to `limit` deliveries that are due, the longest due first, made ready for their queue; looked at again at `lookAgainAt`. */
export async function takeDueWebhookDeliveries(
  db: Db,
  now: Instant,
  lookAgainAt: Instant,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .update(webhookDeliveries)
    .set(waiting(now, lookAgainAt))
    .where(dueIds(db, webhookDeliveries, now, limit))
    .returning({ id: webhookDeliveries.id });
  return rows.map(({ id }) => id);
}

/** One page of a webhook's deliveries, newest first; null for a cursor that this list did not give out. */
export async function listWebhookDeliveries(
  db: Db,
  webhookId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<WebhookDelivery> | null> {
  const after = cursor === undefined ? [] : decodeCursor(cursor, 2);
  if (after === null || (after[0] !== undefined && !/^\d{1,15}$/.test(after[0]))) return null;
  const rows = await db
    .select()
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.webhookId, webhookId), beyond(after)))
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .limit(limit + 1);
  return toPage(rows, limit, ({ createdAt, id }) => [String(createdAt), id]);
}

const beyond = ([at, id]: readonly string[]): SQL | undefined =>
  at === undefined || id === undefined
    ? undefined
    : sql`(${webhookDeliveries.createdAt}, ${webhookDeliveries.id}) < (${Number(at)}, ${id})`;

/** The attempts of these deliveries, oldest first. */
export const attemptsOf = (db: Db, deliveryIds: readonly string[]): Promise<WebhookAttemptRow[]> =>
  db
    .select()
    .from(webhookAttempts)
    .where(sql`${webhookAttempts.deliveryId} IN (SELECT value FROM json_each(${JSON.stringify(deliveryIds)}))`)
    .orderBy(asc(webhookAttempts.deliveryId), asc(webhookAttempts.attempt));
