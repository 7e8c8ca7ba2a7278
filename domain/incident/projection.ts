import { nextPageAt } from '../escalation/timers';
import type { Delivery, Notification } from '../notification/notification';
import type { PagingPlan } from '../plan/plan';
import type { Instant } from '../shared/time';
import type { IncidentState } from './state';
import type { TimelineEntry } from './timeline';
import type { IncidentSummary } from './view';

/** What an incident's object tells the read model: its row, and every child row changed since the last time. */
export type Projection = {
  incident: IncidentSummary & {
    seq: number;
    description: string | null;
    teamId: string | null;
    inbox: string;
    nextWakeAt: Instant | null;
    ackDueAt: Instant | null;
    resolveDueAt: Instant | null;
    firstAcknowledgedAt: Instant | null;
    firstResolvedAt: Instant | null;
    createdBy: string | null;
  };
  alerts: IncidentState['alerts'][string][];
  /** Ids of alerts that have gone to another incident. */
  goneAlerts: string[];
  timeline: TimelineEntry[];
  notifications: Notification[];
  deliveries: Delivery[];
};

/** Which outlets outside of the incident anybody listens at: asked when it is written into the read model. */
export type Listeners = { webhooks: boolean; watchers: boolean; statusPages: boolean };

/** The incident as lists show it. */
export function summaryOf(state: IncidentState, plan: PagingPlan): IncidentSummary {
  const alerts = Object.values(state.alerts);
  return {
    id: state.id,
    number: state.number,
    status: state.status,
    urgency: state.urgency,
    priority: state.priority,
    visibility: state.visibility,
    title: state.title,
    serviceId: plan.service.id,
    serviceName: plan.service.name,
    assignee: state.assignee,
    dedupKey: alerts[0]?.dedupKey ?? '',
    alertCount: alerts.reduce((sum, alert) => sum + alert.count, 0),
    openedAt: state.openedAt,
    acknowledgedAt: state.acknowledgedAt,
    resolvedAt: state.resolvedAt,
    snoozedUntil: state.snoozedUntil,
    lastEventAt: state.lastEventAt,
    escalation: {
      step: state.escalation.step,
      cycle: state.escalation.cycle,
      nextAt: nextPageAt(state.timers),
    },
    nobodyPaged: state.nobodyPaged,
    mergedInto: state.mergedInto ? { id: state.mergedInto.id, number: state.mergedInto.number } : null,
  };
}

/** The incident's row of the read model. `nextWakeAt` is the object's alarm, for the sweep. */
export function incidentRow(
  state: IncidentState,
  plan: PagingPlan,
  nextWakeAt: Instant | null,
): Projection['incident'] {
  const [first] = Object.values(state.alerts);
  return {
    ...summaryOf(state, plan),
    seq: state.seq,
    description: state.description,
    teamId: plan.service.teamId,
    inbox: first?.inbox ?? '',
    nextWakeAt,
    ...state.sla,
    createdBy: state.createdBy ?? null,
  };
}
