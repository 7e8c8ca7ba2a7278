import type { Assignee } from '../incident/incident';
import type { Why } from '../notification/why';
import { SECOND } from '../shared/time';
import { type Change, log, setTimer } from './change';
import { heldByMaintenance } from './maintenance';
import { pageTargets, startPolicy } from './paging';
import type { Target } from './policy';
import { ASSIGNMENT_TIMEOUT_MS } from './timers';

const targetOf = (assignee: Assignee): Target => ({ kind: assignee.kind, id: assignee.id });

/** The service's acknowledgement timeout for the incident's urgency, in milliseconds; null: none. */
export function acknowledgementTimeout(change: Change): number | null {
  const seconds = change.plan.service.settings.acknowledgementTimeoutSeconds[change.state.urgency];
  return seconds === null ? null : seconds * SECOND;
}

/** Pages the assignee as a wave of their own; false when nobody could be reached. */
export function pageAssignee(change: Change, why: Why): boolean {
  const { assignee, escalation } = change.state;
  if (!assignee) return false;
  const { step, cycle } = escalation;
  const reached = pageTargets(change, [targetOf(assignee)], { step, cycle, channels: null, why: () => why });
  return reached.people.length > 0;
}

/**
 * The policy pauses while the assignee's ladder runs; whoever does not acknowledge in time, or cannot be reached,
 * hands over to the policy from step 1 (SEMANTICS 13).
 */
export function waitForAssignee(change: Change): void {
  const timeout = acknowledgementTimeout(change) ?? ASSIGNMENT_TIMEOUT_MS;
  if (pageAssignee(change, { kind: 'assigned' })) {
    setTimer(change, { id: 'assignment-timeout', kind: 'assignment-timeout', at: change.now + timeout });
    return;
  }
  log(change, 'assignment-lapsed', { to: change.state.assignee?.name, reason: 'could not be reached' });
  startPolicy(change);
}

/**
 * An acknowledgement that lapsed: the assignee is paged first, the policy runs from step 1 after its pause. The first
 * acknowledge time stands for SLA (SEMANTICS 13).
 */
export function lapseAcknowledgement(change: Change): void {
  const { state, now } = change;
  state.status = 'OPEN';
  state.acknowledgedAt = null;
  log(change, 'acknowledgement-lapsed', { assignee: state.assignee?.name ?? null });
  if (heldByMaintenance(change)) return;
  const paged = pageAssignee(change, { kind: 'acknowledgement-lapsed' });
  if (!paged || !state.policy) {
    startPolicy(change);
    return;
  }
  state.escalation = { step: 0, cycle: 1, reached: false };
  const at = now + state.policy.repeatAfterSeconds * SECOND;
  setTimer(change, { id: 'step', kind: 'step', at, step: 1, cycle: 1 });
}
