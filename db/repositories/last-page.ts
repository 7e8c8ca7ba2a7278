import { and, desc, eq, gte, inArray } from 'drizzle-orm';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { incidents, notifications } from '../schema';

/** The unacknowledged incident that a person was paged for last, not before `since`; its id or null. */
export async function lastPageOf(db: Db, userId: string, since: Instant): Promise<string | null> {
  const [row] = await db
    .select({ id: notifications.incidentId })
    .from(notifications)
    .innerJoin(incidents, eq(incidents.id, notifications.incidentId))
    .where(
      and(
        eq(notifications.userId, userId),
        gte(notifications.createdAt, since),
        eq(notifications.intent, 'page'),
        inArray(incidents.status, ['OPEN', 'ESCALATED']),
      ),
    )
    .orderBy(desc(notifications.createdAt))
    .limit(1);
  return row?.id ?? null;
}
