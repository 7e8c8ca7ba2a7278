import type { IncidentStatus, Priority, Urgency, Visibility } from '../incident/incident';
import type { Instant } from '../shared/time';

/** From best to worst; of several the last one counts. */
export const COMPONENT_STATES = ['OPERATIONAL', 'MAINTENANCE', 'DEGRADED', 'PARTIAL_OUTAGE', 'MAJOR_OUTAGE'] as const;
export type ComponentState = (typeof COMPONENT_STATES)[number];

/** Set by a person, and true until they or the time take it back; `until` null: until they do. */
export type ManualState = { state: ComponentState; until: Instant | null; by: string; at: Instant };

/** A part of what visitors use, as its page names it. */
export type StatusComponent = {
  id: string;
  name: string;
  description: string | null;
  /** Components with the same word stand under it; null: by itself. */
  group: string | null;
  /** Its state is the worst of these, unless somebody has set it. */
  serviceIds: readonly string[];
  manual: ManualState | null;
  createdAt: Instant;
  updatedAt: Instant;
};

export const worst = (states: readonly ComponentState[]): ComponentState =>
  states.reduce<ComponentState>(
    (a, b) => (COMPONENT_STATES.indexOf(b) > COMPONENT_STATES.indexOf(a) ? b : a),
    'OPERATIONAL',
  );

/** What an open incident says of its service, as data: HIGH with P1 is all of it, HIGH a part, MEDIUM slow, LOW nothing. */
const BY_URGENCY: Record<Urgency, ComponentState> = {
  HIGH: 'PARTIAL_OUTAGE',
  MEDIUM: 'DEGRADED',
  LOW: 'OPERATIONAL',
};

/** What is open of a service. Private incidents never get here (SEMANTICS 17), suppressed ones neither. */
export type ServiceFacts = {
  incidents: readonly { urgency: Urgency; priority: Priority | null }[];
  inMaintenance: boolean;
};

/** A window holds the service's alerts, so during one nothing else is known of it. */
export function serviceState({ incidents, inMaintenance }: ServiceFacts): ComponentState {
  if (inMaintenance) return 'MAINTENANCE';
  return worst(
    incidents.map(({ urgency, priority }) =>
      urgency === 'HIGH' && priority === 'P1' ? 'MAJOR_OUTAGE' : BY_URGENCY[urgency],
    ),
  );
}

/** All that an incident has to say to a page by itself: while it stays the same, so does the page. */
export const shownToVisitors = (incident: {
  status: IncidentStatus;
  urgency: Urgency;
  priority: Priority | null;
  visibility: Visibility;
}): ComponentState => {
  const { status, visibility } = incident;
  const isShown = visibility === 'PUBLIC' && status !== 'RESOLVED' && status !== 'SUPPRESSED';
  return serviceState({ incidents: isShown ? [incident] : [], inMaintenance: false });
};

export type StateSource = 'manual' | 'report' | 'services' | 'nothing';

export const manualAt = ({ manual }: Pick<StatusComponent, 'manual'>, now: Instant): ManualState | null =>
  manual && (manual.until === null || manual.until > now) ? manual : null;

/**
 * What a component is now, and why: what a person has set, else the worst of its published reports and of its services.
 */
export function componentState(
  component: Pick<StatusComponent, 'manual' | 'serviceIds'>,
  facts: { services: ReadonlyMap<string, ServiceFacts>; reported: readonly ComponentState[] },
  now: Instant,
): { state: ComponentState; source: StateSource } {
  const manual = manualAt(component, now);
  if (manual) return { state: manual.state, source: 'manual' };
  const services = worst(
    component.serviceIds.map((id) => serviceState(facts.services.get(id) ?? { incidents: [], inMaintenance: false })),
  );
  const reported = worst(facts.reported);
  if (worst([services, reported]) === 'OPERATIONAL') return { state: 'OPERATIONAL', source: 'nothing' };
  return worst([services, reported]) === reported
    ? { state: reported, source: 'report' }
    : { state: services, source: 'services' };
}
