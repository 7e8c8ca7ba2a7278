import { and, count, eq, lt, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod';
import { type Retention, USUAL_RETENTION } from '../../domain/organisation/retention';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import {
  alerts,
  customFieldValues,
  deliveries,
  incidentLinks,
  incidents,
  incidentWatchers,
  notes,
  notifications,
  settings,
  timelineEvents,
} from '../schema';
import type { Statement } from './batch';
import { inIds } from './listing';

const KEY = 'retention';
const stored = z
  .object({
    incidentDays: z.int().nullable(),
    messageDays: z.int().nullable(),
    auditDays: z.int().nullable(),
    webhookDays: z.int(),
    changeDays: z.int(),
  })
  .partial();

/** What an administrator has chosen, and the usual for the rest. */
export async function retentionOf(db: Db): Promise<Retention> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, KEY));
  return { ...USUAL_RETENTION, ...stored.safeParse(row?.value).data };
}

export const putRetention = (db: Db, value: Retention, now: Instant): Statement =>
  db
    .insert(settings)
    .values({ key: KEY, value, updatedAt: now })
    .onConflictDoUpdate({ target: settings.key, set: { value, updatedAt: now } });

/** Never one that is open. With the plus, SQLite takes the index of those with details, and not that of all resolved ones. */
const isOver = (before: Instant): SQL | undefined =>
  and(sql`+${incidents.status} = 'RESOLVED' AND details_removed_at IS NULL`, lt(incidents.resolvedAt, before));

/** Incidents resolved before an instant that still have their details. */
export async function countWithDetails(db: Db, before: Instant): Promise<number> {
  const [row] = await db.select({ n: count() }).from(incidents).where(isOver(before));
  return row?.n ?? 0;
}

/** At most `limit` of them, the longest resolved first. */
export async function incidentsWithDetails(db: Db, before: Instant, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: incidents.id })
    .from(incidents)
    // What has not been counted yet waits for it.
    .where(and(isOver(before), sql`NOT EXISTS (SELECT 1 FROM facts_due WHERE incident_id = ${incidents.id})`))
    .orderBy(incidents.resolvedAt)
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Takes the details of these incidents; their rows, tags, facts and rollups stay. In one batch: all or nothing. */
export function removeDetails(db: Db, ids: readonly string[], now: Instant): Statement[] {
  // Once more, because one of them may have been opened again since it was looked up.
  const still = sql`(SELECT id FROM incidents WHERE status = 'RESOLVED' AND ${inIds(incidents.id, ids)})`;
  const tables = [alerts, timelineEvents, notifications, deliveries, notes, customFieldValues, incidentWatchers];
  return [
    ...tables.map((table) => db.delete(table).where(sql`${table.incidentId} IN ${still}`)),
    db.delete(incidentLinks).where(sql`${incidentLinks.incidentId} IN ${still}`),
    db.delete(incidentLinks).where(sql`${incidentLinks.otherId} IN ${still}`),
    db
      .update(incidents)
      .set({ detailsRemovedAt: now, description: null })
      .where(and(eq(incidents.status, 'RESOLVED'), inIds(incidents.id, ids))),
  ];
}

/** Those among these whose history is gone, so that no figure can be made of it again. */
export async function withoutDetails(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ id: incidents.id })
    .from(incidents)
    .where(and(inIds(incidents.id, ids), sql`details_removed_at IS NOT NULL`));
  return new Set(rows.map(({ id }) => id));
}
