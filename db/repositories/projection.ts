import { and, eq, getTableColumns, lte, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Listeners, Projection } from '../../domain/incident/projection';
import type { Db } from '../client';
import { alerts, deliveries, incidents, notifications, statusComponents, timelineEvents, webhooks } from '../schema';
import { markFactsDue } from './facts-due';
import { isLinkedTo } from './status-pages';
import { watchedBy } from './watchers';

/** Human numbers start here, so that the first incident does not look like a toy's. */
const FIRST_NUMBER = 1001;

/** The values of a conflicting insert, for every column that may change. */
function excluded<T extends SQLiteTable>(table: T, fixed: readonly string[]): Record<string, SQL> {
  const columns = Object.entries<SQLiteColumn>(getTableColumns(table)).filter(([name]) => !fixed.includes(name));
  return Object.fromEntries(columns.map(([name, column]) => [name, sql.raw(`excluded.${column.name}`)]));
}

// Rows travel as one JSON parameter per table: D1 binds at most 100 parameters, an incident can bring more rows.
// `WHERE true` keeps SQLite from reading ON CONFLICT as part of the join.
const rows = (values: unknown[]): SQL => sql`json_each(${JSON.stringify(values)}) WHERE true`;

const value = (name: string): SQL => sql.raw(`value ->> '${name}'`);
const json = (name: string): SQL => sql.raw(`value -> '${name}'`);
const select = (columns: SQL[], values: unknown[]): SQL =>
  sql`SELECT ${sql.join(columns, sql`, `)} FROM ${rows(values)}`;

function incidentStatement(db: Db, { escalation, assignee, mergedInto, ...row }: Projection['incident']) {
  const values = {
    ...row,
    number: sql<number>`coalesce((SELECT max(number) + 1 FROM incidents), ${FIRST_NUMBER})`,
    assigneeKind: assignee?.kind ?? null,
    assigneeId: assignee?.id ?? null,
    assigneeName: assignee?.name ?? null,
    step: escalation.step,
    cycle: escalation.cycle,
    nextPageAt: escalation.nextAt,
    mergedIntoId: mergedInto?.id ?? null,
    mergedIntoNumber: mergedInto?.number ?? null,
  };
  const fixed = ['id', 'number', 'inbox', 'dedupKey', 'serviceId', 'openedAt'];
  return db
    .insert(incidents)
    .values(values)
    .onConflictDoUpdate({
      target: incidents.id,
      set: excluded(incidents, fixed),
      setWhere: lte(incidents.seq, sql`excluded.seq`),
    });
}

function alertStatement(db: Db, incidentId: string, seq: number, list: Projection['alerts']) {
  const columns = [
    value('id'),
    sql`${incidentId}`,
    sql`${seq}`,
    ...['dedupKey', 'status', 'title', 'severity', 'source', 'sourceLink'].map(value),
    json('labels'),
    ...['count', 'firstAt', 'lastAt'].map(value),
  ];
  return db
    .insert(alerts)
    .select(select(columns, list))
    .onConflictDoUpdate({
      target: alerts.id,
      set: excluded(alerts, ['id', 'incidentId', 'dedupKey', 'firstAt']),
      setWhere: lte(alerts.seq, sql`excluded.seq`),
    });
}

/** Alerts that were merged away, or taken back out; an older projection takes away nothing. */
const goneStatement = (db: Db, seq: number, ids: string[]) =>
  db
    .delete(alerts)
    .where(and(sql`${alerts.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`, lte(alerts.seq, seq)));

function timelineStatement(db: Db, incidentId: string, entries: Projection['timeline']) {
  const columns = [
    value('id'),
    sql`${incidentId}`,
    ...['seq', 'at', 'kind'].map(value),
    json('actor'),
    value('origin'),
    json('detail'),
  ];
  return db.insert(timelineEvents).select(select(columns, entries)).onConflictDoNothing();
}

function notificationStatement(db: Db, incidentId: string, list: Projection['notifications']) {
  const flat = list.map(({ content: _content, claim: _claim, ...row }) => row);
  const names = ['seq', 'userId', 'userName', 'methodId', 'channel', 'intent', 'state', 'reason', 'step', 'cycle'];
  const columns = [value('id'), sql`${incidentId}`, ...[...names, 'wave', 'rung', 'createdAt', 'updatedAt'].map(value)];
  return db
    .insert(notifications)
    .select(select(columns, flat))
    .onConflictDoUpdate({
      target: notifications.id,
      set: excluded(notifications, ['id', 'incidentId', 'createdAt']),
      setWhere: lte(notifications.seq, sql`excluded.seq`),
    });
}

function deliveryStatement(db: Db, incidentId: string, list: Projection['deliveries']) {
  const names = ['seq', 'attempt', 'provider', 'state', 'providerId', 'error', 'at', 'settledAt'];
  const columns = [value('id'), value('notificationId'), sql`${incidentId}`, ...names.map(value)];
  return db
    .insert(deliveries)
    .select(select(columns, list))
    .onConflictDoUpdate({
      target: deliveries.id,
      set: excluded(deliveries, ['id', 'incidentId', 'notificationId', 'at']),
      setWhere: lte(deliveries.seq, sql`excluded.seq`),
    });
}

/** What the read model says of an incident when it has been written: its human number, and who wants to hear of it. */
export type Projected = { number: number; listeners: Listeners };

const anyRow = (from: SQL): SQL<boolean> => sql`EXISTS (SELECT 1 FROM ${from})`.mapWith(Boolean);

/** Asked in the batch of the projection: each question by itself would cost a way to the database. */
const askAfterwards = (db: Db, { id, serviceId }: Projection['incident']) =>
  db
    .select({
      number: incidents.number,
      webhooks: anyRow(sql`${webhooks} WHERE ${webhooks.enabled}`),
      watchers: sql`${watchedBy(id, serviceId)}`.mapWith(Boolean),
      statusPages: anyRow(sql`${statusComponents} WHERE ${isLinkedTo(serviceId)}`),
    })
    .from(incidents)
    .where(eq(incidents.id, id));

/**
 * Writes a projection in one batch; repeating or reordering does no harm, because only newer rows win.
 * Throws what D1 throws.
 */
export async function project(db: Db, projection: Projection): Promise<Projected> {
  const { incident } = projection;
  const { id, seq } = incident;
  const { alerts: open, goneAlerts: gone, timeline, notifications: pages, deliveries: attempts } = projection;
  const [, known] = await db.batch([
    incidentStatement(db, incident),
    askAfterwards(db, incident),
    markFactsDue(db, [id]),
    ...(open.length > 0 ? [alertStatement(db, id, seq, open)] : []),
    ...(timeline.length > 0 ? [timelineStatement(db, id, timeline)] : []),
    ...(pages.length > 0 ? [notificationStatement(db, id, pages)] : []),
    ...(attempts.length > 0 ? [deliveryStatement(db, id, attempts)] : []),
    ...(gone.length > 0 ? [goneStatement(db, seq, gone)] : []),
  ]);
  const [first] = known;
  if (!first) throw new Error(`projection of ${id} left no row`);
  const { number, ...listeners } = first;
  return { number, listeners };
}
