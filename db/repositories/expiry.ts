import { type SQL, sql } from 'drizzle-orm';
import { actorRef } from '../../domain/access/actor';
import type { RetentionField } from '../../domain/organisation/retention';
import { hashedId } from '../../domain/shared/hash';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { auditLog, changeEvents, messageDeliveries, messages, webhookEvents } from '../schema';
import type { AuditSource } from './audit';
import type { Statement } from './batch';
import { countWithDetails } from './retention';

export type ExpiringKind = Exclude<RetentionField, 'incidentDays'>;

/** The rows that are over before an instant, the oldest first: nothing that is still under way or that something else shows. */
function over(kind: ExpiringKind, before: Instant): SQL {
  switch (kind) {
    case 'messageDays':
      return sql`FROM messages m WHERE m.created_at < ${before} AND m.next_at IS NULL
        AND m.state NOT IN ('PENDING', 'SENDING', 'FAILED_TEMPORARILY')
        AND NOT EXISTS (SELECT 1 FROM page_test_messages p WHERE p.message_id = m.id)`;
    case 'auditDays':
      return sql`FROM audit_log m WHERE m.at < ${before}`;
    case 'webhookDays':
      return sql`FROM webhook_events m WHERE m.created_at < ${before}
        AND NOT EXISTS (SELECT 1 FROM webhook_deliveries d WHERE d.event_id = m.id AND d.next_at IS NOT NULL)`;
    case 'changeDays':
      return sql`FROM change_events m WHERE m.received_at < ${before}`;
  }
}

const AGE = {
  messageDays: 'created_at',
  auditDays: 'at',
  webhookDays: 'created_at',
  changeDays: 'received_at',
} as const;

const oldest = (kind: ExpiringKind, before: Instant, limit: number): SQL =>
  sql`(SELECT m.id ${over(kind, before)} ORDER BY m.${sql.raw(AGE[kind])} LIMIT ${limit})`;

/** How many records of a kind were over before an instant and are still there. */
export async function countOver(db: Db, field: RetentionField, before: Instant): Promise<number> {
  if (field === 'incidentDays') return countWithDetails(db, before);
  const [row] = await db.all<{ n: number }>(sql`SELECT count(*) AS n ${over(field, before)}`);
  return row?.n ?? 0;
}

/** Takes at most `limit` of them, with what belongs to them. */
export function removeOver(db: Db, kind: ExpiringKind, before: Instant, limit: number): Statement[] {
  const ids = oldest(kind, before, limit);
  switch (kind) {
    case 'messageDays':
      return [
        db.delete(messageDeliveries).where(sql`${messageDeliveries.messageId} IN ${ids}`),
        db.delete(messages).where(sql`${messages.id} IN ${ids}`),
      ];
    case 'auditDays':
      return [db.delete(auditLog).where(sql`${auditLog.id} IN ${ids}`)];
    case 'webhookDays':
      return [db.delete(webhookEvents).where(sql`${webhookEvents.id} IN ${ids}`)];
    case 'changeDays':
      return [db.delete(changeEvents).where(sql`${changeEvents.id} IN ${ids}`)];
  }
}

/**
 * The entry that says how many entries of the audit log were removed that day, for the same batch as `removeOver` and
 * before it. Where nothing is over it writes nothing.
 */
export function recordRemoval(
  { db, actor, origin, now, requestId }: AuditSource,
  before: Instant,
  limit: number,
): Statement {
  const id = hashedId('aud', ['retention', before]);
  const after = sql`json_object('before', strftime('%Y-%m-%d', ${before} / 1000, 'unixepoch'), 'entries', n)`;
  return db
    .insert(auditLog)
    .select(
      sql`SELECT ${id}, ${now}, ${JSON.stringify(actorRef(actor))}, ${origin}, NULL, ${requestId}, 'audit-log.shorten',
          'settings', 'retention', NULL, ${after}
        FROM (SELECT count(*) AS n FROM ${oldest('auditDays', before, limit)}) WHERE n > 0`,
    )
    .onConflictDoUpdate({
      target: auditLog.id,
      set: {
        at: now,
        after: sql`json_set(${auditLog.after}, '$.entries', (${auditLog.after} ->> '$.entries') + (excluded.after ->> '$.entries'))`,
      },
    });
}
