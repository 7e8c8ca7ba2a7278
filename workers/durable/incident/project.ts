import { type Projected, project } from '../../../db/repositories/projection';
import { hasMessagesOut } from '../../../domain/escalation/delivery';
import { wakeAt } from '../../../domain/escalation/timers';
import { LAG_WORTH_NOTING } from '../../../domain/health/health';
import { incidentRow } from '../../../domain/incident/projection';
import type { TimelineEntry } from '../../../domain/incident/timeline';
import type { Delivery, Notification } from '../../../domain/notification/notification';
import type { Instant } from '../../../domain/shared/time';
import { databaseOf } from '../../database';
import type { Env } from '../../env';
import { noteHealth } from '../../health';
import { inboxPort } from '../stubs';
import { hastenAnnouncements, type Stored } from './store';

type Row<K extends string> = Record<K, string>;

function changedSince<T, K extends string>(sql: SqlStorage, table: string, column: K, seq: number): T[] {
  return sql
    .exec<Row<K>>(`SELECT ${column} FROM ${table} WHERE seq > ? ORDER BY seq LIMIT 2000`, seq)
    .toArray()
    .map((row) => JSON.parse(row[column]) as T);
}

export const projectedSeq = (sql: SqlStorage): number =>
  sql.exec<{ seq: number }>('SELECT projected_seq AS seq FROM incident').toArray()[0]?.seq ?? 0;

const PAGES_FIRST_MS = 15;

/** Writing the read model takes the time in which a page would be claimed, and would be done again right after that. */
export async function pagesFirst(stored: Stored | null): Promise<void> {
  if (hasMessagesOut(stored?.state.notifications ?? {}))
    await new Promise((resolve) => setTimeout(resolve, PAGES_FIRST_MS));
}

/** Brings the read model up to the object: whatever changed since the last time that D1 confirmed. */
export async function projectToD1(sql: SqlStorage, { state, plan }: Stored, env: Env): Promise<Projected> {
  const began = Date.now();
  const since = projectedSeq(sql);
  const hasFailed = projectionDueAt(sql) !== null;
  const timeline = changedSince<TimelineEntry, 'entry'>(sql, 'timeline', 'entry', since);
  const projected = await project(databaseOf(env), {
    incident: incidentRow(state, plan, wakeAt(state.timers)),
    alerts: Object.values(state.alerts),
    goneAlerts: Object.keys(state.moved ?? {}),
    timeline,
    notifications: changedSince<Notification, 'notification'>(sql, 'notifications', 'notification', since),
    deliveries: changedSince<Delivery, 'delivery'>(sql, 'deliveries', 'delivery', since),
  });
  // The lines of a rehearsed incident are older than what is made of them.
  const lag = Date.now() - (hasFailed ? (timeline[0]?.at ?? began) : began);
  if (lag > LAG_WORTH_NOTING) await noteHealth(env, 'projection-lag', lag);
  return projected;
}

/** The read model has it, so the inboxes may let go of their child (SEMANTICS 21). */
export async function confirmToInboxes(env: Env, { state: { id, alerts } }: Stored, number: number): Promise<void> {
  const inboxes = new Set(Object.values(alerts).map(({ inbox }) => inbox));
  await Promise.all([...inboxes].map((inbox) => inboxPort(env, inbox).confirm(id, number)));
}

/** In one write: D1 has confirmed `seq`, which number it gave, and that what waited for the read model may go on. */
export function confirmProjection(sql: SqlStorage, seq: number, number: number, now: Instant): void {
  sql.exec(
    `UPDATE incident SET projected_seq = max(projected_seq, ?1), project_at = NULL,
       state = iif(state ->> 'number' IS ?2, state, json_set(state, '$.number', ?2))`,
    seq,
    number,
  );
  hastenAnnouncements(sql, now);
}

const PROJECTION_RETRY_MS = 5_000;

/** When the projection is tried again, after it failed. */
export const projectionDueAt = (sql: SqlStorage): Instant | null =>
  sql.exec<{ at: number | null }>('SELECT project_at AS at FROM incident').toArray()[0]?.at ?? null;

export const postponeProjection = (sql: SqlStorage, now: Instant): void => {
  sql.exec('UPDATE incident SET project_at = ?', now + PROJECTION_RETRY_MS);
};
