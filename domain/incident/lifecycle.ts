import type { IncidentStatus } from './incident';

export const VERBS = [
  'acknowledge',
  'resolve',
  'snooze',
  'unsnooze',
  'escalate',
  'pause',
  'resume',
  'reassign',
  'responders',
  'reopen',
  'suppress',
  'unsuppress',
  'merge',
  'unmerge',
] as const;
export type Verb = (typeof VERBS)[number];

/** `apply`: it happens. `unchanged`: it is so already; no event, 200. `refuse`: a conflict that names the status. */
export type Verdict = 'apply' | 'unchanged' | 'refuse';

type Row = Record<IncidentStatus, Verdict>;

/**
 * What each verb does in each status: the mission's lifecycle diagram with SEMANTICS 8. Snoozing a snoozed incident
 * sets a new end; reassigning a resting one only changes the assignee.
 */
export const LIFECYCLE: Record<Verb, Row> = {
  acknowledge: {
    OPEN: 'apply',
    ESCALATED: 'apply',
    ACKNOWLEDGED: 'unchanged',
    SNOOZED: 'refuse',
    SUPPRESSED: 'refuse',
    RESOLVED: 'refuse',
  },
  resolve: {
    OPEN: 'apply',
    ESCALATED: 'apply',
    ACKNOWLEDGED: 'apply',
    SNOOZED: 'apply',
    SUPPRESSED: 'apply',
    RESOLVED: 'unchanged',
  },
  snooze: {
    OPEN: 'apply',
    ESCALATED: 'apply',
    ACKNOWLEDGED: 'apply',
    SNOOZED: 'apply',
    SUPPRESSED: 'refuse',
    RESOLVED: 'refuse',
  },
  unsnooze: {
    OPEN: 'unchanged',
    ESCALATED: 'refuse',
    ACKNOWLEDGED: 'refuse',
    SNOOZED: 'apply',
    SUPPRESSED: 'refuse',
    RESOLVED: 'refuse',
  },
  escalate: {
    OPEN: 'apply',
    ESCALATED: 'apply',
    ACKNOWLEDGED: 'apply',
    SNOOZED: 'refuse',
    SUPPRESSED: 'refuse',
    RESOLVED: 'refuse',
  },
  pause: {
    OPEN: 'apply',
    ESCALATED: 'apply',
    ACKNOWLEDGED: 'refuse',
    SNOOZED: 'refuse',
    SUPPRESSED: 'refuse',
    RESOLVED: 'refuse',
  },
  resume: {
    OPEN: 'apply',
    ESCALATED: 'apply',
    ACKNOWLEDGED: 'refuse',
    SNOOZED: 'refuse',
    SUPPRESSED: 'refuse',
    RESOLVED: 'refuse',
  },
  responders: {
    OPEN: 'apply',
    ESCALATED: 'apply',
    ACKNOWLEDGED: 'apply',
    SNOOZED: 'refuse',
    SUPPRESSED: 'refuse',
    RESOLVED: 'refuse',
  },
  reassign: {
    OPEN: 'apply',
    ESCALATED: 'apply',
    ACKNOWLEDGED: 'apply',
    SNOOZED: 'apply',
    SUPPRESSED: 'apply',
    RESOLVED: 'refuse',
  },
  reopen: {
    OPEN: 'unchanged',
    ESCALATED: 'refuse',
    ACKNOWLEDGED: 'refuse',
    SNOOZED: 'refuse',
    SUPPRESSED: 'refuse',
    RESOLVED: 'apply',
  },
  suppress: {
    OPEN: 'apply',
    ESCALATED: 'apply',
    ACKNOWLEDGED: 'refuse',
    SNOOZED: 'refuse',
    SUPPRESSED: 'unchanged',
    RESOLVED: 'refuse',
  },
  unsuppress: {
    OPEN: 'unchanged',
    ESCALATED: 'refuse',
    ACKNOWLEDGED: 'refuse',
    SNOOZED: 'refuse',
    SUPPRESSED: 'apply',
    RESOLVED: 'refuse',
  },
  merge: {
    OPEN: 'apply',
    ESCALATED: 'apply',
    ACKNOWLEDGED: 'apply',
    SNOOZED: 'apply',
    SUPPRESSED: 'apply',
    RESOLVED: 'refuse',
  },
  unmerge: {
    OPEN: 'refuse',
    ESCALATED: 'refuse',
    ACKNOWLEDGED: 'refuse',
    SNOOZED: 'refuse',
    SUPPRESSED: 'refuse',
    RESOLVED: 'apply',
  },
};

/** What can be done now: the buttons a screen shows. One that is part of another can only be taken out of it. */
export const allowedVerbs = (status: IncidentStatus, isMerged = false): Verb[] =>
  VERBS.filter((verb) => LIFECYCLE[verb][status] === 'apply' && (verb === 'unmerge') === isMerged);

/** One sentence for a refused verb; a snoozed incident offers the way out. */
export function refusal(verb: Verb, status: IncidentStatus): string {
  const word = status.toLowerCase();
  if (verb === 'acknowledge' && status === 'SNOOZED') return 'The incident is snoozed: un-snooze it first.';
  return `An incident that is ${word} cannot be ${PAST[verb]}.`;
}

const PAST: Record<Verb, string> = {
  acknowledge: 'acknowledged',
  resolve: 'resolved',
  snooze: 'snoozed',
  unsnooze: 'un-snoozed',
  escalate: 'escalated',
  pause: 'paused',
  resume: 'resumed',
  responders: 'joined by responders',
  reassign: 'reassigned',
  reopen: 'reopened',
  suppress: 'suppressed',
  unsuppress: 'un-suppressed',
  merge: 'merged',
  unmerge: 'taken out of another',
};
