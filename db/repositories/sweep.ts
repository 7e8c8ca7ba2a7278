import { and, asc, isNotNull, lt, sql } from 'drizzle-orm';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { incidents, planConfirmations } from '../schema';

/** Incidents whose alarm should have fired before `before`. */
export async function overdueIncidents(db: Db, before: Instant, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: incidents.id })
    .from(incidents)
    .where(and(isNotNull(incidents.nextWakeAt), lt(incidents.nextWakeAt, before)))
    .orderBy(asc(incidents.nextWakeAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** The inboxes that were poked longest ago, marked as poked now: each gets its turn (SEMANTICS 21). */
export async function takeInboxesToPoke(db: Db, now: Instant, share: number): Promise<string[]> {
  const rows = await db
    .update(planConfirmations)
    .set({ pokedAt: now })
    .where(
      sql`${planConfirmations.inbox} IN (
        SELECT inbox FROM plan_confirmations ORDER BY poked_at
        LIMIT (SELECT 1 + cast(count(*) / ${share} AS INTEGER) FROM plan_confirmations))`,
    )
    .returning({ inbox: planConfirmations.inbox });
  return rows.map(({ inbox }) => inbox);
}
