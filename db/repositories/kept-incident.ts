import { asc, eq } from 'drizzle-orm';
import type { Origin } from '../../domain/access/actor';
import type { TimelineKind } from '../../domain/incident/timeline';
import type { IncidentDetail } from '../../domain/incident/view';
import type { Intent } from '../../domain/notification/content';
import { removedWords } from '../../domain/organisation/retention';
import type { Db } from '../client';
import { alerts, deliveries, incidents, notifications, services, timelineEvents } from '../schema';
import { toSummary } from './incidents';
import { groupBy } from './listing';

/** An incident whose object holds nothing any more, as the read model has it; null if there is no such one. */
export async function findKeptIncident(db: Db, id: string): Promise<IncidentDetail | null> {
  const [row] = await db.select().from(incidents).where(eq(incidents.id, id));
  if (!row) return null;
  const [found, timeline, messages, attempts, [service]] = await Promise.all([
    db.select().from(alerts).where(eq(alerts.incidentId, id)).orderBy(asc(alerts.firstAt)),
    db.select().from(timelineEvents).where(eq(timelineEvents.incidentId, id)).orderBy(asc(timelineEvents.seq)),
    db.select().from(notifications).where(eq(notifications.incidentId, id)).orderBy(asc(notifications.createdAt)),
    db.select().from(deliveries).where(eq(deliveries.incidentId, id)).orderBy(asc(deliveries.attempt)),
    db.select({ runbookUrl: services.runbookUrl }).from(services).where(eq(services.id, row.serviceId)),
  ]);
  const attemptsOf = groupBy(attempts, ({ notificationId }) => notificationId);
  const { ackDueAt, resolveDueAt, firstAcknowledgedAt, firstResolvedAt } = row;
  return {
    ...toSummary(row),
    description: row.detailsRemovedAt === null ? row.description : removedWords(row.detailsRemovedAt),
    sla: { ackDueAt, resolveDueAt, firstAcknowledgedAt, firstResolvedAt },
    slaStandsUntil: null,
    holdBack: null,
    merged: [],
    acknowledgementLapsesAt: null,
    alerts: found.map(({ incidentId: _incident, seq: _seq, ...alert }) => alert),
    steps: [],
    repeat: 0,
    pausedUntil: null,
    maintenance: null,
    responders: [],
    runbookUrl: service?.runbookUrl ?? null,
    timeline: timeline.map(({ incidentId: _incident, kind, origin, ...entry }) => ({
      ...entry,
      kind: kind as TimelineKind,
      origin: origin as Origin,
    })),
    notifications: messages.map(({ incidentId: _incident, seq: _seq, contactMethodId: _method, ...one }) => {
      const { id: ofId, userId, userName, channel, intent, state, reason, step, cycle, createdAt, updatedAt } = one;
      return {
        id: ofId,
        userId,
        userName,
        channel,
        intent: intent as Intent,
        state,
        reason,
        step,
        cycle,
        createdAt,
        updatedAt,
        deliveries: (attemptsOf.get(ofId) ?? []).map(
          ({ notificationId: _notification, incidentId: _of, seq: _s, ...delivery }) => delivery,
        ),
      };
    }),
  };
}
