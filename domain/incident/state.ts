import type { HoldBack } from '../escalation/hold-back';
import type { InMaintenance } from '../escalation/maintenance';
import type { EscalationPolicy } from '../escalation/policy';
import type { PausedWait, Timer } from '../escalation/timers';
import type { Notification } from '../notification/notification';
import { isSettled } from '../notification/state';
import type { Instant } from '../shared/time';
import type { Assignee, IncidentStatus, Priority, Responder, SlaClock, Urgency, Visibility } from './incident';
import type { IncidentRef, MergedIncident } from './merge';
import type { SlaWatch } from './sla';
import type { AlertView } from './view';

/** One alert in the incident, and where its key lives. */
export type IncidentAlert = AlertView & { inbox: string };

/**
 * Everything one running incident is, as its object keeps it. `notifications` holds those that can still change
 * (unsettled, or of the latest wave); older ones only stand in the object's table.
 */
export type IncidentState = {
  id: string;
  number: number | null;
  /** Counts changes; every row that is projected carries the `seq` of its last change. */
  seq: number;
  status: IncidentStatus;
  urgency: Urgency;
  priority: Priority | null;
  visibility: Visibility;
  title: string;
  description: string | null;
  source: string | null;
  sourceLink: string | null;
  assignee: Assignee | null;
  /** The person or key that declared it; null where an alert opened it; absent in incidents of earlier releases. */
  createdBy?: string | null;
  openedAt: Instant;
  acknowledgedAt: Instant | null;
  resolvedAt: Instant | null;
  snoozedUntil: Instant | null;
  lastEventAt: Instant;
  sla: SlaClock;
  /** Absent in incidents of earlier releases. */
  slaWatch?: SlaWatch;
  alerts: Record<string, IncidentAlert>;
  /** Fixed when the incident opens: an edited policy does not derail it. */
  policy: EscalationPolicy | null;
  escalation: {
    /** The step that fired last; 0: none yet. */
    step: number;
    cycle: number;
    /** Whether this cycle has reached anybody. */
    reached: boolean;
  };
  /** Set while the policy is held by hand; absent in incidents of earlier releases. */
  paused?: { since: Instant; until: Instant; waits: PausedWait[] } | null;
  /** The maintenance it is in; absent in incidents of earlier releases. */
  maintenance?: InMaintenance | null;
  /** Up to then windows do not hold it: somebody asked for pages by hand. */
  maintenanceIgnoredUntil?: Instant | null;
  responders?: Responder[];
  /** The request that opened it together with others; absent: it opened by itself. */
  request?: string;
  /** It waits before it pages; null or absent: it does not. */
  holdBack?: HoldBack | null;
  /** The incident it is part of now; absent in incidents of earlier releases. */
  mergedInto?: IncidentRef | null;
  /** Those that were merged into this one, by id. */
  merged?: Record<string, MergedIncident>;
  /** Alerts that were here and belong to another incident now, by their id here. */
  moved?: Record<string, string>;
  wave: number;
  nobodyPaged: boolean;
  /** Notifications whose Escalate was pressed: a second press of the same one does nothing. */
  escalatedBy?: Record<string, true>;
  /** Until when an incident waits in a person's digest; absent where nobody reads one. */
  digested?: Record<string, Instant>;
  /** Everyone whom a message about a page reached, for the notice that it is over. */
  paged: Record<string, true>;
  timers: Record<string, Timer>;
  notifications: Record<string, Notification>;
};

/** Settled notifications of earlier waves can change no more, unless one is to bring a bundle; they stand in the object's table only. */
export function withoutHistory(state: IncidentState): IncidentState {
  const live = Object.values(state.notifications).filter(
    (one) => one.wave === state.wave || !isSettled(one.state) || `lead:${one.id}` in state.timers,
  );
  return { ...state, notifications: Object.fromEntries(live.map((one) => [one.id, one])) };
}
