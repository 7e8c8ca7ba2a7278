import { and, getTableColumns, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Day, Period } from '../../domain/analytics/day';
import type { IncidentFacts } from '../../domain/analytics/facts';
import { type Narrowed, NONE } from '../../domain/analytics/filter';
import { QUICK_SECONDS } from '../../domain/analytics/measures';
import type { RepeatKey } from '../../domain/analytics/noise';
import { DAY } from '../../domain/shared/time';
import type { Db } from '../client';
import { incidentFacts } from '../schema';
import type { Statement } from './batch';
import { inIds } from './listing';

/** A day of one service: what is rolled up again as a whole. */
export type DayOfService = { day: Day; serviceId: string };

const COLUMNS = Object.entries<SQLiteColumn>(getTableColumns(incidentFacts));

const fromJson = (name: string, column: SQLiteColumn): SQL =>
  column.dataType === 'json' ? sql.raw(`value -> '${name}'`) : sql.raw(`value ->> '${name}'`);

/** As one bound value: D1 takes at most 100. */
export const putFacts = (db: Db, facts: readonly IncidentFacts[]): Statement =>
  db
    .insert(incidentFacts)
    .select(
      sql`SELECT ${sql.join(
        COLUMNS.map(([name, column]) => fromJson(name, column)),
        sql`, `,
      )} FROM json_each(${JSON.stringify(facts)}) WHERE true`,
    )
    .onConflictDoUpdate({
      target: incidentFacts.id,
      set: Object.fromEntries(
        COLUMNS.filter(([name]) => name !== 'id').map(([name, column]) => [name, sql.raw(`excluded.${column.name}`)]),
      ),
    });

export const dropFacts = (db: Db, ids: readonly string[]): Statement =>
  db.delete(incidentFacts).where(inIds(incidentFacts.id, ids));

const pairsIn = (pairs: readonly DayOfService[]): SQL =>
  sql`SELECT value ->> 'day', value ->> 'serviceId' FROM json_each(${JSON.stringify(pairs)})`;

/** The days of services that these incidents were counted on so far. */
export const daysOfIncidents = (db: Db, ids: readonly string[]): Promise<DayOfService[]> =>
  db
    .selectDistinct({ day: incidentFacts.day, serviceId: incidentFacts.serviceId })
    .from(incidentFacts)
    .where(inIds(incidentFacts.id, ids));

/** The services that had an incident on a day. */
export const servicesOfDay = (db: Db, day: Day): Promise<DayOfService[]> =>
  db.all<DayOfService>(sql`
    SELECT day, service_id AS serviceId FROM incident_facts WHERE day = ${day}
    UNION SELECT day, service_id FROM rollups WHERE day = ${day}`);

export const factsOfDays = (db: Db, pairs: readonly DayOfService[]): Promise<IncidentFacts[]> =>
  db
    .select()
    .from(incidentFacts)
    .where(sql`(${incidentFacts.day}, ${incidentFacts.serviceId}) IN (${pairsIn(pairs)})`);

const orNull = (value: string): string | null => (value === NONE ? null : value);

/** The incidents of a period under a filter. */
export const factsWhere = ({ from, to }: Period, filter: Narrowed): SQL =>
  sql.join(
    [
      sql`${incidentFacts.day} >= ${from}`,
      sql`${incidentFacts.day} < ${to}`,
      ...(filter.serviceId ? [sql`${incidentFacts.serviceId} = ${filter.serviceId}`] : []),
      ...(filter.teamId ? [sql`${incidentFacts.teamId} IS ${orNull(filter.teamId)}`] : []),
      ...(filter.urgency ? [sql`${incidentFacts.urgency} = ${filter.urgency}`] : []),
      ...(filter.priority ? [sql`${incidentFacts.priority} IS ${orNull(filter.priority)}`] : []),
    ],
    sql` AND `,
  );

/** A repeat key with its newest incident and that one's title. */
export type NamedKey = RepeatKey & { newestId: string; title: string };

/** What came back most often, at most `limit`: those that interrupted most first. */
export const repeatKeys = (db: Db, period: Period, filter: Narrowed, limit: number): Promise<NamedKey[]> =>
  db.all<NamedKey>(sql`
    WITH keys AS (
      SELECT service_id AS serviceId, dedup_key AS dedupKey, count(*) AS incidents, sum(alerts) AS alerts,
        sum(json_array_length(interruptions)) AS interruptions,
        sum((SELECT count(*) FROM json_each(interruptions) WHERE value ->> 'hours' = 'sleep')) AS sleepHours,
        sum(ack_seconds IS NULL AND resolve_seconds IS NOT NULL) AS neverAcknowledged,
        coalesce(sum(auto_resolved AND resolve_seconds < ${QUICK_SECONDS}), 0) AS quickResolved,
        max(opened_at), id
      FROM incident_facts WHERE ${factsWhere(period, filter)}
      GROUP BY service_id, dedup_key ORDER BY interruptions DESC, incidents DESC, dedupKey LIMIT ${limit})
    SELECT keys.serviceId, keys.dedupKey, keys.incidents, keys.alerts, keys.interruptions, keys.sleepHours,
      keys.neverAcknowledged, keys.quickResolved, keys.id AS newestId, coalesce(incidents.title, keys.dedupKey) AS title
    FROM keys LEFT JOIN incidents ON incidents.id = keys.id
    ORDER BY keys.interruptions DESC, keys.incidents DESC, keys.dedupKey`);

/** Through which integration each of these incidents was opened; without those that came by none, or by one that is gone. */
export async function openersOf(db: Db, incidentIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.all<{ incidentId: string; integrationId: string }>(sql`
    SELECT timeline_events.incident_id AS incidentId, integrations.id AS integrationId
    FROM timeline_events JOIN integrations ON integrations.id = timeline_events.actor ->> 'id'
    WHERE timeline_events.incident_id IN (SELECT value FROM json_each(${JSON.stringify(incidentIds)}))
      AND timeline_events.kind = 'opened' AND timeline_events.actor ->> 'kind' = 'integration'`);
  return new Map(rows.map(({ incidentId, integrationId }) => [incidentId, integrationId]));
}

/** When urgent incidents of a service were open in [from, to), for its error budget. */
export const outagesOf = (db: Db, serviceId: string, from: number, to: number) =>
  db
    .select({ openedAt: incidentFacts.openedAt, resolvedAt: incidentFacts.resolvedAt })
    .from(incidentFacts)
    .where(
      and(
        sql`${incidentFacts.serviceId} = ${serviceId}`,
        // Nothing that counts was opened so long before: an incident that nobody resolves for a year is forgotten, not open.
        gte(incidentFacts.openedAt, from - LONGEST_OUTAGE),
        lt(incidentFacts.openedAt, to),
        sql`${incidentFacts.urgency} = 'HIGH'`,
        sql`(${incidentFacts.resolvedAt} IS NULL OR ${incidentFacts.resolvedAt} > ${from})`,
      ),
    );

const LONGEST_OUTAGE = 366 * DAY;
