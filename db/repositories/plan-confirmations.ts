import { eq, sql } from 'drizzle-orm';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { planConfirmations } from '../schema';

export type PlanConfirmation = { inbox: string; serviceId: string; version: number; hash: string };

/** What an inbox holds of its integration; null once that is deleted, and for a service's own inbox. */
export type InboxIntegration = { id: string; name: string; type: string; secretHash: string; enabled: boolean };

/** One inbox of a service, with the integration that it belongs to and what it is known to hold. */
export type PlanInbox = {
  inbox: string;
  serviceId: string;
  integration: InboxIntegration | null;
  /** Hash of what was pushed last; null if nothing was. */
  confirmedHash: string | null;
};

type InboxRow = {
  inbox: string;
  service_id: string;
  id: string | null;
  name: string;
  type: string;
  secret_hash: string;
  enabled: number;
  hash: string | null;
};

/** Inboxes of integrations and of services, and those whose integration was deleted while they held a plan. */
const EVERY_INBOX = sql`
  SELECT inbox, service_id FROM integrations
  UNION SELECT 'service:' || id, id FROM services
  UNION SELECT inbox, service_id FROM plan_confirmations c
    WHERE NOT EXISTS (SELECT 1 FROM integrations i WHERE i.inbox = c.inbox)`;

const columns = sql`every.inbox, every.service_id, i.id, i.name, i.type, i.secret_hash, i.enabled, c.hash`;
const joins = sql`
  LEFT JOIN integrations i ON i.inbox = every.inbox
  LEFT JOIN plan_confirmations c ON c.inbox = every.inbox`;

const toInbox = (row: InboxRow): PlanInbox => ({
  inbox: row.inbox,
  serviceId: row.service_id,
  integration:
    row.id === null
      ? null
      : { id: row.id, name: row.name, type: row.type, secretHash: row.secret_hash, enabled: row.enabled === 1 },
  confirmedHash: row.hash,
});

/** Every inbox of these services (or of all), at most `limit`. */
export async function inboxesOf(db: Db, serviceIds: readonly string[] | 'all', limit: number): Promise<PlanInbox[]> {
  const chosen =
    serviceIds === 'all'
      ? sql`1`
      : sql`every.service_id IN (SELECT value FROM json_each(${JSON.stringify(serviceIds)}))`;
  const rows = await db.all<InboxRow>(
    sql`SELECT ${columns} FROM (${EVERY_INBOX}) every ${joins} WHERE ${chosen} ORDER BY every.service_id, every.inbox LIMIT ${limit}`,
  );
  return rows.map(toInbox);
}

/**
 * Inboxes that nobody has confirmed for the present version of the configuration, or not since `staleBefore` (plans
 * hold only the overrides of the next weeks). In no order, so that inboxes that cannot be reached hold up no others.
 */
export async function inboxesBehind(db: Db, staleBefore: Instant, limit: number): Promise<PlanInbox[]> {
  const rows = await db.all<InboxRow>(sql`
    SELECT ${columns} FROM (${EVERY_INBOX}) every ${joins}
    WHERE c.inbox IS NULL OR c.confirmed_at < ${staleBefore} OR c.service_id <> every.service_id
       OR c.version < coalesce((SELECT CAST(value AS INTEGER) FROM settings WHERE key = 'config-version'), 0)
    ORDER BY random() LIMIT ${limit}`);
  return rows.map(toInbox);
}

/** Notes what an inbox holds now; an older version never takes the place of a newer one. */
export const confirmPlan = (db: Db, confirmation: PlanConfirmation, now: Instant) =>
  db
    .insert(planConfirmations)
    .values({ ...confirmation, confirmedAt: now })
    .onConflictDoUpdate({
      target: planConfirmations.inbox,
      set: {
        serviceId: confirmation.serviceId,
        version: confirmation.version,
        hash: confirmation.hash,
        confirmedAt: now,
      },
      setWhere: sql`excluded.version >= ${planConfirmations.version}`,
    });

/** For an inbox whose service is gone wholly: there is no plan to hold. */
export const forgetInbox = (db: Db, inbox: string) =>
  db.delete(planConfirmations).where(eq(planConfirmations.inbox, inbox));
