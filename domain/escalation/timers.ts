import { INCIDENT_STATUSES, type IncidentStatus } from '../incident/incident';
import type { SlaTarget } from '../incident/sla';
import type { Rung } from '../notification/ladder';
import type { Instant } from '../shared/time';

/** A page that waits for its turn on a person's ladder. */
export type PendingRung = Rung & {
  userId: string;
  wave: number;
  step: number;
  cycle: number;
  why: string;
  /** Quiet hours hold it: no failure of another method brings it forward. */
  isHeld?: true;
};

/** Every wait of an incident is one of these, stored as a row; the object's alarm is the earliest. */
export type Timer = { id: string; at: Instant } & (
  | { kind: 'step'; step: number; cycle: number }
  | { kind: 'finish' }
  | { kind: 'last-resort' }
  | { kind: 'snooze-end' }
  | { kind: 'pause-end' }
  /** The maintenance ends, or the next begins. */
  | { kind: 'maintenance' }
  | { kind: 'acknowledgement-timeout' }
  | { kind: 'assignment-timeout' }
  | { kind: 'rung'; rung: PendingRung }
  | { kind: 'repeat'; rung: PendingRung; repetition: number }
  /** The bundle that this page brings goes out. */
  | { kind: 'lead'; notificationId: string }
  | { kind: 'hold-back-end' }
  /** Nothing was heard of it for so long as its service wants to wait. */
  | { kind: 'auto-resolve' }
  /** A target of the SLA clock is nearly missed, or is. */
  | { kind: 'sla-warning'; target: SlaTarget }
  | { kind: 'sla-breach'; target: SlaTarget }
  | { kind: 'retry'; notificationId: string }
  | { kind: 'unsettled'; notificationId: string; check: number }
);
export type TimerKind = Timer['kind'];

/** Timers that a pause holds. */
export const PAUSABLE_TIMERS: readonly TimerKind[] = [
  'step',
  'finish',
  'last-resort',
  'assignment-timeout',
  'rung',
  'repeat',
];
/** Timers that only exist while the incident pages; they go when it stops. */
export const PAGING_TIMERS: readonly TimerKind[] = [...PAUSABLE_TIMERS, 'pause-end', 'lead'];

const LOOKING: readonly IncidentStatus[] = ['OPEN', 'ESCALATED'];
const UNRESOLVED: readonly IncidentStatus[] = INCIDENT_STATUSES.filter((status) => status !== 'RESOLVED');

/** The statuses in which each wait means something; in any other it has been outlived and does nothing when it is due. */
export const TIMER_STATUSES: Record<TimerKind, readonly IncidentStatus[]> = {
  step: LOOKING,
  finish: LOOKING,
  'last-resort': LOOKING,
  'pause-end': LOOKING,
  'assignment-timeout': LOOKING,
  lead: LOOKING,
  // A raised urgency, and whoever is asked to help, page while somebody works on it.
  rung: [...LOOKING, 'ACKNOWLEDGED'],
  repeat: [...LOOKING, 'ACKNOWLEDGED'],
  'snooze-end': ['SNOOZED'],
  'hold-back-end': ['SUPPRESSED'],
  'acknowledgement-timeout': ['ACKNOWLEDGED'],
  'auto-resolve': UNRESOLVED.filter((status) => status !== 'SNOOZED'),
  maintenance: UNRESOLVED,
  'sla-warning': UNRESOLVED,
  'sla-breach': UNRESOLVED,
  // Messages that are out are looked after whatever has become of the incident.
  retry: INCIDENT_STATUSES,
  unsettled: INCIDENT_STATUSES,
};

/** A wait that a pause holds, with the milliseconds it had left. */
export type PausedWait = { timer: Timer; leftMs: number };

/** A page not settled in this time is looked after: next rung, queue again, send directly (SEMANTICS 4). */
export const UNSETTLED_CHECKS_MS = [30_000, 60_000, 120_000] as const;

/** How long one sender may hold a notification; longer than any provider is waited for. */
export const CLAIM_MS = 60_000;

/** So many attempts at one address; then the page has failed and the next way is taken. */
export const MAX_ATTEMPTS = 8;

/** How often the last resort is paged until somebody acknowledges (SEMANTICS 2). */
export const LAST_RESORT_EVERY_MS = 5 * 60_000;

/** How long an assignee has where the service sets no acknowledgement timeout (SEMANTICS 13). */
export const ASSIGNMENT_TIMEOUT_MS = 5 * 60_000;

/** The earliest instant something is waited for; null when nothing is. */
export function wakeAt(timers: Record<string, Timer>): Instant | null {
  const all = Object.values(timers).map(({ at }) => at);
  return all.length > 0 ? Math.min(...all) : null;
}

/** When the next person is paged if nobody acts. */
export function nextPageAt(timers: Record<string, Timer>): Instant | null {
  const paging = Object.values(timers).filter(
    ({ kind }) =>
      kind === 'step' ||
      kind === 'last-resort' ||
      kind === 'assignment-timeout' ||
      kind === 'snooze-end' ||
      kind === 'hold-back-end' ||
      kind === 'pause-end',
  );
  return paging.length > 0 ? Math.min(...paging.map(({ at }) => at)) : null;
}

/** Due timers, earliest first; ties in the order of their ids, so that a replay does the same. */
export function dueTimers(timers: Record<string, Timer>, now: Instant): Timer[] {
  return Object.values(timers)
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
