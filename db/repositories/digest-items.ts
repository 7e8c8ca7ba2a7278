import { and, asc, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import type { IncidentStatus } from '../../domain/incident/incident';
import type { DigestItem } from '../../domain/message/digest';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { digestItems, incidents } from '../schema';
import type { Statement } from './batch';
import { inIds } from './listing';

/** Adding it again changes nothing. */
export const insertDigestItem = (db: Db, item: DigestItem): Statement =>
  db.insert(digestItems).values(item).onConflictDoNothing();

/** Up to `limit` people whose digest is due. */
export async function peopleWithDigestDue(db: Db, now: Instant, limit: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ userId: digestItems.userId })
    .from(digestItems)
    .where(and(isNull(digestItems.messageId), lte(digestItems.dueAt, now)))
    .limit(limit);
  return rows.map(({ userId }) => userId);
}

type Told = DigestItem & { number: number | null; status: IncidentStatus | null };

/** What is due of one person, the oldest first, with the incidents as they are now. */
export const dueDigestItems = (db: Db, userId: string, now: Instant, limit: number): Promise<Told[]> =>
  db
    .select({
      id: digestItems.id,
      userId: digestItems.userId,
      incidentId: digestItems.incidentId,
      title: digestItems.title,
      serviceName: digestItems.serviceName,
      at: digestItems.at,
      dueAt: digestItems.dueAt,
      number: incidents.number,
      status: incidents.status,
    })
    .from(digestItems)
    .leftJoin(incidents, eq(incidents.id, digestItems.incidentId))
    .where(and(eq(digestItems.userId, userId), isNull(digestItems.messageId), lte(digestItems.dueAt, now)))
    .orderBy(asc(digestItems.at), asc(digestItems.id))
    .limit(limit);

/** These are told by this message. */
export const markDigested = (db: Db, ids: readonly string[], messageId: string): Statement =>
  db
    .update(digestItems)
    .set({ messageId })
    .where(and(inIds(digestItems.id, ids), isNull(digestItems.messageId)));

/** Nobody could be told: they are looked at again then. */
export const postponeDigest = (db: Db, ids: readonly string[], dueAt: Instant): Statement =>
  db.update(digestItems).set({ dueAt }).where(inIds(digestItems.id, ids));

export const deleteToldDigestItems = (db: Db, before: Instant): Statement =>
  db.delete(digestItems).where(and(isNotNull(digestItems.messageId), lte(digestItems.at, before)));
