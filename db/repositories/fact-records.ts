import { and, asc, eq, sql } from 'drizzle-orm';
import type { IncidentRecord } from '../../domain/analytics/facts';
import type { TimelineKind } from '../../domain/incident/timeline';
import type { Intent } from '../../domain/notification/content';
import type { Db } from '../client';
import { deliveries, incidents, notifications, timelineEvents, users } from '../schema';
import { groupBy, inIds } from './listing';

/** The lines of a timeline that figures look at. */
const COUNTED: readonly TimelineKind[] = [
  'step-fired',
  'escalated',
  'last-resort-paged',
  'acknowledged',
  'alert-resolved',
  'resolved',
  'reopened',
];

/** What the read model knows of these incidents, for their facts; private ones and those that are gone are left out. */
export async function incidentRecords(db: Db, ids: readonly string[]): Promise<IncidentRecord[]> {
  const [rows, events, messages, attempts] = await Promise.all([
    db
      .select()
      .from(incidents)
      .where(and(inIds(incidents.id, ids), eq(incidents.visibility, 'PUBLIC'))),
    db
      .select({
        incidentId: timelineEvents.incidentId,
        kind: timelineEvents.kind,
        at: timelineEvents.at,
        actor: timelineEvents.actor,
        step: sql<number | null>`json_extract(${timelineEvents.detail}, '$.step')`,
      })
      .from(timelineEvents)
      .where(and(inIds(timelineEvents.incidentId, ids), inIds(timelineEvents.kind, COUNTED)))
      .orderBy(asc(timelineEvents.incidentId), asc(timelineEvents.seq)),
    db
      .select({
        id: notifications.id,
        incidentId: notifications.incidentId,
        userId: notifications.userId,
        channel: notifications.channel,
        intent: notifications.intent,
        createdAt: notifications.createdAt,
      })
      .from(notifications)
      .where(inIds(notifications.incidentId, ids)),
    db
      .select({
        notificationId: deliveries.notificationId,
        provider: deliveries.provider,
        state: deliveries.state,
        settledAt: deliveries.settledAt,
      })
      .from(deliveries)
      .where(inIds(deliveries.incidentId, ids))
      .orderBy(asc(deliveries.notificationId), asc(deliveries.attempt)),
  ]);
  const eventsOf = groupBy(events, ({ incidentId }) => incidentId);
  const attemptsOf = groupBy(attempts, ({ notificationId }) => notificationId);
  const messagesOf = groupBy(messages, ({ incidentId }) => incidentId);
  return rows.map((row) => ({
    id: row.id,
    seq: row.seq,
    serviceId: row.serviceId,
    teamId: row.teamId,
    urgency: row.urgency,
    priority: row.priority,
    dedupKey: row.dedupKey,
    alertCount: row.alertCount,
    openedAt: row.openedAt,
    firstAcknowledgedAt: row.firstAcknowledgedAt,
    firstResolvedAt: row.firstResolvedAt,
    ackDueAt: row.ackDueAt,
    resolveDueAt: row.resolveDueAt,
    events: (eventsOf.get(row.id) ?? []).map(({ kind, ...event }) => ({ ...event, kind: kind as TimelineKind })),
    notifications: (messagesOf.get(row.id) ?? []).map(({ id, intent, ...message }) => ({
      ...message,
      intent: intent as Intent,
      deliveries: attemptsOf.get(id) ?? [],
    })),
  }));
}

/** Everybody's time zone. */
export async function zonesOfPeople(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.select({ id: users.id, zone: users.timezone }).from(users).where(inIds(users.id, ids));
  return new Map(rows.map(({ id, zone }) => [id, zone]));
}
