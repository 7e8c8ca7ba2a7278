import type { Instant } from '../shared/time';

/** ESCALATED: paging went beyond the first step (by timer or by hand) and nobody has acknowledged yet. */
export const INCIDENT_STATUSES = ['OPEN', 'ACKNOWLEDGED', 'SNOOZED', 'ESCALATED', 'SUPPRESSED', 'RESOLVED'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];
/** Nobody has taken it yet. */
export const UNACKNOWLEDGED: IncidentStatus[] = ['OPEN', 'ESCALATED'];
export const UNRESOLVED: IncidentStatus[] = INCIDENT_STATUSES.filter((status) => status !== 'RESOLVED');

/** How hard we notify. */
export const URGENCIES = ['HIGH', 'MEDIUM', 'LOW'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'P5'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const VISIBILITIES = ['PUBLIC', 'PRIVATE'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

const URGENCY_RANK: Record<Urgency, number> = { LOW: 0, MEDIUM: 1, HIGH: 2 };
export const isMoreUrgent = (a: Urgency, b: Urgency): boolean => URGENCY_RANK[a] > URGENCY_RANK[b];

/** A person or a team that works on the incident. */
export type Assignee = { kind: 'USER' | 'TEAM'; id: string; name: string };

/** Somebody asked by name to help; they join by acknowledging. */
export type Responder = { userId: string; name: string; askedAt: Instant; joinedAt: Instant | null };

/** First-ack and first-resolve are never rewritten (SEMANTICS 15). */
export type SlaClock = {
  ackDueAt: Instant | null;
  resolveDueAt: Instant | null;
  firstAcknowledgedAt: Instant | null;
  firstResolvedAt: Instant | null;
};
