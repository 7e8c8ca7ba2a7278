import type { Instant } from '../shared/time';
import type { IncidentFacts } from './facts';
import { isNeverAcknowledged, isQuick } from './measures';

/** Sets of incidents that numbers were made of, so that each number can lead to its own. */
export const COHORTS = [
  'all',
  'acknowledged',
  'resolved',
  'ack-met',
  'ack-missed',
  'resolve-met',
  'resolve-missed',
  'escalated',
  'reopened',
  'auto-resolved',
  'never-acknowledged',
  'quick-resolved',
  'interrupting',
  'business-hours',
  'off-hours',
  'after-hours',
  'sleep-hours',
] as const;
export type Cohort = (typeof COHORTS)[number];

export const COHORT_WORDS: Record<Cohort, string> = {
  all: 'Incidents opened',
  acknowledged: 'Acknowledged',
  resolved: 'Resolved',
  'ack-met': 'Acknowledged in time',
  'ack-missed': 'Not acknowledged in time',
  'resolve-met': 'Resolved in time',
  'resolve-missed': 'Not resolved in time',
  escalated: 'Escalated',
  reopened: 'Reopened',
  'auto-resolved': 'Resolved by themselves',
  'never-acknowledged': 'Never acknowledged',
  'quick-resolved': 'Gone within five minutes',
  interrupting: 'Interrupted somebody',
  'business-hours': 'Interrupted somebody in business hours',
  'off-hours': 'Interrupted somebody in off hours',
  'after-hours': 'Interrupted somebody after hours',
  'sleep-hours': 'Interrupted somebody in sleep hours',
};

/** Whether an incident is one of them. The rule that the stored facts are searched by is tested against this. */
export function isIn(cohort: Cohort, facts: IncidentFacts, now: Instant): boolean {
  const { ackDueAt, ackStoppedAt, resolveDueAt, resolvedAt, interruptions } = facts;
  switch (cohort) {
    case 'all':
      return true;
    case 'acknowledged':
      return facts.ackSeconds !== null;
    case 'resolved':
      return facts.resolveSeconds !== null;
    case 'ack-met':
      return ackDueAt !== null && ackStoppedAt !== null && ackStoppedAt <= ackDueAt;
    case 'ack-missed':
      return ackDueAt !== null && (ackStoppedAt ?? now) > ackDueAt;
    case 'resolve-met':
      return resolveDueAt !== null && resolvedAt !== null && resolvedAt <= resolveDueAt;
    case 'resolve-missed':
      return resolveDueAt !== null && (resolvedAt ?? now) > resolveDueAt;
    case 'escalated':
      return facts.escalated;
    case 'reopened':
      return facts.reopened;
    case 'auto-resolved':
      return facts.autoResolved;
    case 'never-acknowledged':
      return isNeverAcknowledged(facts);
    case 'quick-resolved':
      return isQuick(facts);
    case 'interrupting':
      return interruptions.length > 0;
    case 'business-hours':
      return interruptions.some(({ hours }) => hours === 'business');
    case 'off-hours':
      return interruptions.some(({ hours }) => hours === 'off');
    case 'after-hours':
      return interruptions.some(({ hours }) => hours !== 'business');
    case 'sleep-hours':
      return interruptions.some(({ hours }) => hours === 'sleep');
  }
}
