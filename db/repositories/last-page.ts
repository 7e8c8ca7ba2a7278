import { and, desc, eq, gte, inArray, max } from 'drizzle-orm';
import type { WaitingPage } from '../../domain/incident/view';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { incidents, notifications } from '../schema';

/** The unacknowledged incidents that a person was paged for since then, the latest first. */
export const waitingPagesOf = (db: Db, userId: string, since: Instant, limit: number): Promise<WaitingPage[]> =>
  db
    .select({ id: incidents.id, number: incidents.number, title: incidents.title })
    .from(notifications)
    .innerJoin(incidents, eq(incidents.id, notifications.incidentId))
    .where(isWaiting(userId, since))
    .groupBy(incidents.id)
    .orderBy(desc(max(notifications.createdAt)))
    .limit(limit);

const isWaiting = (userId: string, since: Instant) =>
  and(
    eq(notifications.userId, userId),
    gte(notifications.createdAt, since),
    eq(notifications.intent, 'page'),
    inArray(incidents.status, ['OPEN', 'ESCALATED']),
  );

/** The unacknowledged incident that a person was paged for last, not before `since`; its id or null. */
export async function lastPageOf(db: Db, userId: string, since: Instant): Promise<string | null> {
  const [row] = await db
    .select({ id: notifications.incidentId })
    .from(notifications)
    .innerJoin(incidents, eq(incidents.id, notifications.incidentId))
    .where(isWaiting(userId, since))
    .orderBy(desc(notifications.createdAt))
    .limit(1);
  return row?.id ?? null;
}
