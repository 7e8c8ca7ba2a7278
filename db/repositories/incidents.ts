import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { IncidentStatus, Urgency } from '../../domain/incident/incident';
import type { IncidentSummary } from '../../domain/incident/view';
import { decodeCursor, type Page, toPage } from '../../domain/shared/page';
import type { Db } from '../client';
import { incidents } from '../schema';

type Row = typeof incidents.$inferSelect;

export type IncidentFilter = {
  status?: IncidentStatus[];
  urgency?: Urgency[];
  serviceId?: string;
  assigneeId?: string;
  q?: string;
  limit: number;
  cursor?: string;
};

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
});

const oneOf = (column: SQL | typeof incidents.urgency, values: readonly string[]): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** D1 takes LIKE patterns of at most 50 bytes, so a text is looked for by position. */
function textFilter(q: string): SQL {
  const number = /^#?(\d{1,9})$/.exec(q)?.[1];
  const inTitle = sql`instr(lower(${incidents.title}), ${q.toLowerCase()}) > 0`;
  return number ? sql`(${incidents.number} = ${Number(number)} OR ${inTitle})` : inTitle;
}

// As a literal: SQLite takes the index of unresolved incidents only where it can see that this is asked.
const isUnresolved = sql`${incidents.status} <> 'RESOLVED'`;

/** One status has an index in the list's order. Several would each need sorting, so `+` keeps that index away. */
function statusFilter(status: readonly IncidentStatus[] = []): SQL | undefined {
  const [only, ...more] = status;
  if (!only) return undefined;
  return more.length === 0 ? eq(incidents.status, only) : oneOf(sql`+${incidents.status}`, status);
}

function conditions(filter: IncidentFilter): (SQL | undefined)[] {
  const { status, urgency, serviceId, assigneeId, q } = filter;
  const onlyUnresolved = status?.length && !status.includes('RESOLVED');
  return [
    onlyUnresolved ? isUnresolved : undefined,
    statusFilter(status),
    urgency?.length ? oneOf(incidents.urgency, urgency) : undefined,
    serviceId ? eq(incidents.serviceId, serviceId) : undefined,
    assigneeId ? eq(incidents.assigneeId, assigneeId) : undefined,
    q ? textFilter(q) : undefined,
  ];
}

/** Newest first. Null for a cursor that this list did not give out. */
export async function listIncidents(db: Db, filter: IncidentFilter): Promise<Page<IncidentSummary> | null> {
  const after = filter.cursor === undefined ? [] : decodeCursor(filter.cursor, 2);
  if (after === null) return null;
  const [openedAt, id] = after;
  const beyond =
    openedAt === undefined
      ? undefined
      : sql`(${incidents.openedAt}, ${incidents.id}) < (${Number(openedAt)}, ${id ?? ''})`;
  const rows = await db
    .select()
    .from(incidents)
    .where(and(...conditions(filter), beyond))
    .orderBy(desc(incidents.openedAt), desc(incidents.id))
    .limit(filter.limit + 1);
  return toPage(rows.map(toSummary), filter.limit, (row) => [String(row.openedAt), row.id]);
}

/** The id behind the number that people say; null if there is none. */
export async function findIncidentId(db: Db, number: number): Promise<string | null> {
  const [row] = await db.select({ id: incidents.id }).from(incidents).where(eq(incidents.number, number));
  return row?.id ?? null;
}

/** Open incidents that somebody has to look at, the oldest first; for the dashboard. */
export async function openIncidents(db: Db, limit: number): Promise<IncidentSummary[]> {
  const rows = await db.select().from(incidents).where(isUnresolved).orderBy(asc(incidents.openedAt)).limit(limit);
  return rows.map(toSummary);
}
