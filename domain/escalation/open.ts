import type { Hold } from '../alert/hold';
import type { Assignee, Priority, Urgency, Visibility } from '../incident/incident';
import { countedPriority, dueFrom, newWatch } from '../incident/sla';
import type { IncidentState } from '../incident/state';
import type { PagingPlan } from '../plan/plan';
import type { Instant } from '../shared/time';
import { type AlertSignal, newAlert } from './alerts';

/** What an incident is opened with: by an alert, or by hand through the service's own inbox. */
export type Opening = {
  id: string;
  signal: AlertSignal;
  description: string | null;
  urgency: Urgency | null;
  priority: Priority | null;
  visibility: Visibility;
  assignee: Assignee | null;
  /** Why it opens suppressed and pages nobody; left out: it pages. */
  suppressed?: string;
  /** It waits before it pages; left out: it pages at once. */
  hold?: Hold;
  /** Where it is not called as its first alert is. */
  title?: string;
  /** Why its first alert stands in an incident that is meant for others as well. */
  gathers?: string;
};

/** The state before its first step: urgency from the alert, else the service's default; the policy is fixed here. */
export function newIncident(opening: Opening, plan: PagingPlan, now: Instant): IncidentState {
  const { id, signal } = opening;
  const urgency = opening.urgency ?? signal.urgency ?? plan.service.settings.defaultUrgency;
  const priority = countedPriority({ priority: opening.priority, urgency });
  const alert = newAlert(id, signal);
  const due = dueFrom(now, plan.service.settings.sla[priority]);
  return {
    id,
    number: null,
    seq: 0,
    status: 'OPEN',
    urgency,
    priority: opening.priority,
    visibility: opening.visibility,
    title: opening.title ?? signal.title,
    description: opening.description,
    source: signal.source,
    sourceLink: signal.sourceLink,
    assignee: opening.assignee,
    openedAt: now,
    acknowledgedAt: null,
    resolvedAt: null,
    snoozedUntil: null,
    lastEventAt: now,
    sla: { ...due, firstAcknowledgedAt: null, firstResolvedAt: null },
    slaWatch: { ...newWatch(now, due), priority },
    ...(signal.request ? { request: signal.request } : {}),
    alerts: { [alert.id]: alert },
    policy: plan.policy,
    escalation: { step: 0, cycle: 1, reached: false },
    wave: 0,
    nobodyPaged: false,
    paged: {},
    timers: {},
    notifications: {},
  };
}
