import { sql } from 'drizzle-orm';
import type { Day } from '../../domain/analytics/day';
import { DAY, type Instant, MINUTE } from '../../domain/shared/time';
import type { Db } from '../client';
import { factsDue } from '../schema';
import type { Statement } from './batch';
import { inIds } from './listing';

/** A run that took some and was never heard of again. */
const GIVEN_UP_AFTER = 10 * MINUTE;

/**
 * Notes that the facts of these incidents are to be made again. Most are noted already, which writes nothing; one that a
 * run has taken is let go of, because it may have read what was before.
 */
export const markFactsDue = (db: Db, ids: readonly string[]): Statement =>
  db
    .insert(factsDue)
    .select(sql`SELECT value, NULL FROM json_each(${JSON.stringify(ids)}) WHERE true`)
    .onConflictDoUpdate({
      target: factsDue.incidentId,
      set: { takenAt: null },
      setWhere: sql`${factsDue.takenAt} IS NOT NULL`,
    });

/** At most `limit` incidents whose facts are due, taken by the run of `now`. */
export async function takeFactsDue(db: Db, now: Instant, limit: number): Promise<string[]> {
  const rows = await db
    .update(factsDue)
    .set({ takenAt: now })
    .where(
      sql`${factsDue.incidentId} IN (SELECT incident_id FROM facts_due
        WHERE taken_at IS NULL OR taken_at < ${now - GIVEN_UP_AFTER} LIMIT ${limit})`,
    )
    .returning({ id: factsDue.incidentId });
  return rows.map(({ id }) => id);
}

/** What the run of `takenAt` has done; an incident that changed meanwhile stays due. */
export const factsDone = (db: Db, ids: readonly string[], takenAt: Instant): Statement =>
  db.delete(factsDue).where(sql`${inIds(factsDue.incidentId, ids)} AND ${factsDue.takenAt} = ${takenAt}`);

/**
 * Notes every incident of a day whose facts are missing or older than its row, and facts whose incident is gone or has
 * become private. What a crash or a restored database left wrong is mended by this.
 */
export async function markStaleFacts(db: Db, day: Day): Promise<number> {
  const rows = await db.all<{ id: string }>(sql`
    SELECT i.id FROM incidents i LEFT JOIN incident_facts f ON f.id = i.id
      WHERE i.opened_at >= ${day * DAY} AND i.opened_at < ${(day + 1) * DAY} AND i.visibility = 'PUBLIC'
        AND f.seq IS NOT i.seq
    UNION ALL
    SELECT f.id FROM incident_facts f LEFT JOIN incidents i ON i.id = f.id
      WHERE f.day = ${day} AND (i.id IS NULL OR i.visibility = 'PRIVATE')`);
  if (rows.length > 0)
    await markFactsDue(
      db,
      rows.map(({ id }) => id),
    );
  return rows.length;
}
