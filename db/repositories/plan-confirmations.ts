import { eq, sql } from 'drizzle-orm';
import type { HeartbeatSettings } from '../../domain/heartbeat/heartbeat';
import type { InboxIntegration } from '../../domain/integration/settings';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { integrations, planConfirmations } from '../schema';

export type PlanConfirmation = { inbox: string; serviceId: string; version: number; hash: string };

/** What goes to an inbox of its integration. */
export const inboxColumns = {
  id: integrations.id,
  name: integrations.name,
  type: integrations.type,
  secretHash: integrations.secretHash,
  enabled: integrations.enabled,
  previousSecretHash: integrations.previousSecretHash,
  previousKeyEndsAt: integrations.previousKeyEndsAt,
  signing: integrations.signing,
  routingRules: integrations.routingRules,
  fieldMapping: integrations.fieldMapping,
  silenceAlarmMinutes: integrations.silenceAlarmMinutes,
};

/** One inbox of a service, with the integration or heartbeat that it belongs to and what it is known to hold. */
export type PlanInbox = {
  inbox: string;
  serviceId: string;
  integration: InboxIntegration | null;
  heartbeat: HeartbeatSettings | null;
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
  previous_secret_hash: string | null;
  previous_key_ends_at: number | null;
  signing: string;
  routing_rules: string;
  field_mapping: string | null;
  silence_alarm_minutes: number | null;
  heartbeat: string | null;
  hash: string | null;
};

/** Inboxes of integrations, heartbeats and services, and those whose own was deleted while they held a plan. */
const EVERY_INBOX = sql`
  SELECT inbox, service_id FROM integrations
  UNION SELECT inbox, service_id FROM heartbeats
  UNION SELECT 'service:' || id, id FROM services
  UNION SELECT inbox, service_id FROM plan_confirmations c
    WHERE NOT EXISTS (SELECT 1 FROM integrations i WHERE i.inbox = c.inbox)
      AND NOT EXISTS (SELECT 1 FROM heartbeats h WHERE h.inbox = c.inbox)`;

/** A heartbeat as `HeartbeatSettings` in JSON. */
const HEARTBEAT = sql`CASE WHEN h.id IS NULL THEN NULL ELSE json_object('id', h.id, 'name', h.name,
  'secretHash', h.secret_hash, 'previousSecretHash', h.previous_secret_hash, 'previousKeyEndsAt', h.previous_key_ends_at,
  'periodSeconds', h.period_seconds, 'cron', h.cron, 'timezone', h.timezone, 'graceSeconds', h.grace_seconds,
  'urgency', h.urgency, 'enabled', json(iif(h.enabled, 'true', 'false'))) END`;

const columns = sql`every.inbox, every.service_id, i.id, i.name, i.type, i.secret_hash, i.enabled,
  i.previous_secret_hash, i.previous_key_ends_at, i.signing, i.routing_rules, i.field_mapping, i.silence_alarm_minutes,
  ${HEARTBEAT} AS heartbeat, c.hash`;
const joins = sql`
  LEFT JOIN integrations i ON i.inbox = every.inbox
  LEFT JOIN heartbeats h ON h.inbox = every.inbox
  LEFT JOIN plan_confirmations c ON c.inbox = every.inbox`;

const toInbox = (row: InboxRow): PlanInbox => ({
  inbox: row.inbox,
  serviceId: row.service_id,
  integration: row.id === null ? null : toIntegration(row.id, row),
  heartbeat: row.heartbeat === null ? null : (JSON.parse(row.heartbeat) as HeartbeatSettings),
  confirmedHash: row.hash,
});

const toIntegration = (id: string, row: InboxRow): InboxIntegration => ({
  id,
  name: row.name,
  type: row.type,
  secretHash: row.secret_hash,
  enabled: row.enabled === 1,
  previousSecretHash: row.previous_secret_hash,
  previousKeyEndsAt: row.previous_key_ends_at,
  signing: JSON.parse(row.signing),
  routingRules: JSON.parse(row.routing_rules),
  fieldMapping: row.field_mapping === null ? null : JSON.parse(row.field_mapping),
  silenceAlarmMinutes: row.silence_alarm_minutes,
});

/** Every inbox of these services (or of all), and those that may send alerts to them by a rule; at most `limit`. */
export async function inboxesOf(db: Db, serviceIds: readonly string[] | 'all', limit: number): Promise<PlanInbox[]> {
  const chosen =
    serviceIds === 'all'
      ? sql`1`
      : sql`every.service_id IN (SELECT value FROM json_each(${JSON.stringify(serviceIds)}))
          OR EXISTS (SELECT 1 FROM json_each(coalesce(i.routing_rules, '[]')) r
            WHERE json_extract(r.value, '$.serviceId') IN (SELECT value FROM json_each(${JSON.stringify(serviceIds)})))`;
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
