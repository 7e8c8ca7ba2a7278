import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Seer } from '../../domain/access/seer';
import { INCIDENT_ORDERS, type IncidentFilter, type IncidentOrder } from '../../domain/incident/filter';
import type { IncidentSummary } from '../../domain/incident/view';
import { decodeCursor, type Page, type PageInput, toPage } from '../../domain/shared/page';
import { sortOf } from '../../domain/shared/search';
import type { Db } from '../client';
import { incidents } from '../schema';
import { isInvolved } from './incident-access';
import { conditionsOf } from './incident-filter';

type Row = typeof incidents.$inferSelect;

/** `involved` is false for a private incident that is seen by rank alone. */
export type FoundIncident = IncidentSummary & { involved: boolean };

export const toSummary = (row: Row): IncidentSummary => ({
  id: row.id,
  number: row.number,
  status: row.status,
  urgency: row.urgency,
  priority: row.priority,
  visibility: row.visibility,
  title: row.title,
  serviceId: row.serviceId,
  serviceName: row.serviceName,
  assignee:
    row.assigneeKind && row.assigneeId
      ? { kind: row.assigneeKind, id: row.assigneeId, name: row.assigneeName ?? '' }
      : null,
  dedupKey: row.dedupKey,
  alertCount: row.alertCount,
  openedAt: row.openedAt,
  acknowledgedAt: row.acknowledgedAt,
  resolvedAt: row.resolvedAt,
  snoozedUntil: row.snoozedUntil,
  lastEventAt: row.lastEventAt,
  escalation: { step: row.step, cycle: row.cycle, nextAt: row.nextPageAt },
  nobodyPaged: row.nobodyPaged,
  mergedInto: row.mergedIntoId ? { id: row.mergedIntoId, number: row.mergedIntoNumber } : null,
});

/** What a list is put in order of. Ranks, because words do not sort by what they mean; equals follow by when they opened. */
const PLACES: Record<IncidentOrder, SQL[]> = {
  openedAt: [sql`${incidents.openedAt}`],
  lastEventAt: [sql`${incidents.lastEventAt}`],
  urgency: [
    sql`CASE ${incidents.urgency} WHEN 'HIGH' THEN 3 WHEN 'MEDIUM' THEN 2 ELSE 1 END`,
    sql`${incidents.openedAt}`,
  ],
  priority: [sql`coalesce(6 - CAST(substr(${incidents.priority}, 2) AS INTEGER), 0)`, sql`${incidents.openedAt}`],
};
const NONE = sql`0`;

/**
 * One page of the incidents that a seer may see, newest first unless the filter says otherwise; `involved` tells private
 * ones that are the seer's own affair from those seen by rank. Null for a cursor that this list did not give out.
 */
export async function listIncidents(
  db: Db,
  { limit, cursor, ...filter }: IncidentFilter & PageInput,
  seer: Seer,
): Promise<Page<FoundIncident> | null> {
  const { by, down } = sortOf(filter.sort ?? '-openedAt', INCIDENT_ORDERS);
  const places = PLACES[by];
  const after = cursor === undefined ? [] : decodeCursor(cursor, places.length + 1);
  if (after === null) return null;
  // Numbers but for the id, which comes last.
  const values = after.map((part, index) => (index < places.length ? sql`${Number(part)}` : sql`${part}`));
  const key = sql.join([...places, sql`${incidents.id}`], sql`, `);
  const beyond = after.length > 0 ? sql`(${key}) ${down ? sql`<` : sql`>`} (${sql.join(values, sql`, `)})` : undefined;
  const turn = down ? desc : asc;
  const rows = await db
    .select({
      row: incidents,
      rank: sql<number>`${places.length > 1 ? (places[0] ?? NONE) : NONE}`,
      involved: sql<number>`CASE WHEN ${incidents.visibility} = 'PUBLIC' THEN 1 ELSE ${seer.id === null ? NONE : isInvolved(seer.id)} END`,
    })
    .from(incidents)
    .where(and(...conditionsOf(filter, seer), beyond))
    .orderBy(...places.map((place) => turn(place)), turn(incidents.id))
    .limit(limit + 1);
  const page = toPage(rows, limit, ({ row, rank }) => [
    ...(places.length > 1 ? [String(rank)] : []),
    String(by === 'lastEventAt' ? row.lastEventAt : row.openedAt),
    row.id,
  ]);
  return { ...page, data: page.data.map(({ row, involved }) => ({ ...toSummary(row), involved: involved === 1 })) };
}

/** The id behind the number that people say; null if there is none. */
export async function findIncidentId(db: Db, number: number): Promise<string | null> {
  const [row] = await db.select({ id: incidents.id }).from(incidents).where(eq(incidents.number, number));
  return row?.id ?? null;
}
