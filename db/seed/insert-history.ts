import { getTableColumns, inArray, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { hashedId } from '../../domain/shared/hash';
import type { Db } from '../client';
import type { Statement } from '../repositories/batch';
import { markFactsDue } from '../repositories/facts-due';
import { inIds } from '../repositories/listing';
import {
  alerts,
  deliveries,
  incidentFacts,
  incidents,
  notifications,
  rollupSpans,
  rollups,
  timelineEvents,
} from '../schema';
import type { PastIncident, PastPage } from './history';

/** Incidents whose rows go into one statement: a bound text may have 2 MB. */
const PER_STATEMENT = 100;

/** Rows of a table as one bound value, by the names of its columns; what is there already stays. */
function insertRows(db: Db, table: SQLiteTable, rows: readonly Record<string, unknown>[]): Statement {
  const columns = Object.entries<SQLiteColumn>(getTableColumns(table));
  const values = columns.map(
    ([name, column]): SQL =>
      column.dataType === 'json' ? sql.raw(`value -> '${name}'`) : sql.raw(`value ->> '${name}'`),
  );
  return db
    .insert(table)
    .select(sql`SELECT ${sql.join(values, sql`, `)} FROM json_each(${JSON.stringify(rows)}) WHERE true`)
    .onConflictDoNothing();
}

/** Statements that put whole incidents into the read model, and note that they are to be counted. */
export function insertHistory(db: Db, past: readonly PastIncident[]): Statement[] {
  const statements: Statement[] = [];
  for (let i = 0; i < past.length; i += PER_STATEMENT) {
    const part = past.slice(i, i + PER_STATEMENT);
    const pages = part.flatMap((one) => one.pages.map((page) => ({ ...page, incidentId: one.id })));
    statements.push(
      insertRows(db, incidents, part.map(incidentRow)),
      insertRows(db, alerts, part.map(alertRow)),
      insertRows(db, timelineEvents, part.flatMap(eventRows)),
      insertRows(db, notifications, pages.map(notificationRow)),
      insertRows(db, deliveries, pages.map(deliveryRow)),
      markFactsDue(
        db,
        part.map(({ id }) => id),
      ),
    );
  }
  return statements;
}

/** Takes out what `insertHistory` put in for `count` incidents, however long ago. */
export function removeHistory(db: Db, count: number): Statement[] {
  const ids = Array.from({ length: count }, (_, i) => hashedId('inc', ['past', i + 1]));
  return [
    db.delete(deliveries).where(inIds(deliveries.incidentId, ids)),
    db.delete(notifications).where(inIds(notifications.incidentId, ids)),
    db.delete(timelineEvents).where(inIds(timelineEvents.incidentId, ids)),
    db.delete(alerts).where(inIds(alerts.incidentId, ids)),
    db
      .delete(rollups)
      .where(
        inArray(
          rollups.serviceId,
          db.select({ id: incidentFacts.serviceId }).from(incidentFacts).where(inIds(incidentFacts.id, ids)),
        ),
      ),
    db.delete(rollupSpans),
    db.delete(incidentFacts).where(inIds(incidentFacts.id, ids)),
    db.delete(incidents).where(inIds(incidents.id, ids)),
  ];
}

const incidentRow = ({ alert, assignee, events, pages: _pages, ...one }: PastIncident) => ({
  ...one,
  seq: events.length,
  urgency: alert.urgency,
  priority: alert.priority,
  visibility: 'PUBLIC',
  title: alert.title,
  description: null,
  serviceId: alert.serviceId,
  serviceName: alert.serviceName,
  assigneeKind: assignee ? 'USER' : null,
  assigneeId: assignee?.id ?? null,
  assigneeName: assignee?.name ?? null,
  inbox: '',
  dedupKey: alert.key,
  cycle: 1,
  nextPageAt: null,
  nextWakeAt: null,
  snoozedUntil: null,
  lastEventAt: Math.max(...events.map(({ at }) => at)),
  firstAcknowledgedAt: one.acknowledgedAt,
  firstResolvedAt: one.resolvedAt,
  nobodyPaged: 0,
});

const alertRow = ({ id, alert, events, alertCount, openedAt, resolvedAt }: PastIncident) => ({
  id: hashedId('alr', [id]),
  incidentId: id,
  seq: events.length,
  dedupKey: alert.key,
  status: 'RESOLVED',
  title: alert.title,
  severity: alert.severity,
  source: alert.integrationName,
  sourceLink: null,
  labels: { alertname: alert.key, severity: alert.severity },
  count: alertCount,
  firstAt: openedAt,
  lastAt: resolvedAt,
});

const eventRows = ({ id, events }: PastIncident) =>
  events.map((event, i) => ({ ...event, id: hashedId('tle', [id, i]), incidentId: id, seq: i + 1 }));

type OfIncident = PastPage & { incidentId: string };

const notificationRow = ({ user, settledAt, provider: _provider, error, ...page }: OfIncident) => ({
  ...page,
  seq: 1,
  userId: user.id,
  userName: user.name,
  contactMethodId: `cm_demo_${user.id.slice('usr_demo_'.length)}_${page.channel}`,
  reason: error,
  cycle: page.intent === 'page' ? 1 : 0,
  wave: 1,
  rung: page.channel === 'sms' ? 2 : 1,
  updatedAt: settledAt,
});

const deliveryRow = ({ id, incidentId, provider, state, error, createdAt, settledAt }: OfIncident) => ({
  id: hashedId('dlv', [id, 1]),
  notificationId: id,
  incidentId,
  seq: 1,
  attempt: 1,
  provider,
  state,
  providerId: null,
  error,
  at: createdAt,
  settledAt,
});
