import { INCIDENT_STATUSES, type IncidentStatus } from '../../../domain/incident/incident';
import type { IncidentSummary } from '../../../domain/incident/view';

/** Nobody has taken it yet. */
export const UNACKNOWLEDGED: IncidentStatus[] = ['OPEN', 'ESCALATED'];
export const UNRESOLVED: IncidentStatus[] = INCIDENT_STATUSES.filter((status) => status !== 'RESOLVED');

/** `#1042`; while the number is not given yet, the end of the id. */
export const numberOf = ({ number, id }: Pick<IncidentSummary, 'number' | 'id'>): string =>
  number === null ? id.slice(-6) : `#${number}`;

export const incidentPath = ({ number, id }: Pick<IncidentSummary, 'number' | 'id'>): string =>
  `/incidents/${number ?? id}`;

/** Unacknowledged first, then what has waited longest. */
export const byNeed = (a: IncidentSummary, b: IncidentSummary): number => rank(a) - rank(b) || a.openedAt - b.openedAt;

const ORDER: IncidentStatus[] = ['ESCALATED', 'OPEN', 'ACKNOWLEDGED', 'SNOOZED', 'SUPPRESSED', 'RESOLVED'];
const rank = ({ status }: IncidentSummary): number => Math.max(1, ORDER.indexOf(status));
