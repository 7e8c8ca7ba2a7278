import type { ActorRef } from '../access/actor';
import type { Hold } from '../alert/hold';
import { type Assignee, isMoreUrgent, type Urgency } from '../incident/incident';
import type { IncidentAlert } from '../incident/state';
import type { Why } from '../notification/why';
import type { Instant } from '../shared/time';
import { alertId } from './alert-id';
import { pageAssignee } from './assignment';
import { type Change, log, logAsActor } from './change';
import { applyCommand, type CommandOutcome } from './commands';
import { countHeld } from './hold-back';
import { isQuiet } from './maintenance';
import { openAgain } from './open-again';
import { pageTargets } from './paging';

/** One alert event as the inbox hands it on; repeats of an open key come folded, `count` of them at once. */
export type AlertSignal = {
  inbox: string;
  dedupKey: string;
  title: string;
  severity: string | null;
  urgency: Urgency | null;
  source: string | null;
  sourceLink: string | null;
  labels: Record<string, string>;
  count: number;
  at: Instant;
  /** A trigger that opens a closed incident again: it closed less than the service's window ago (SEMANTICS 10). */
  reopens?: boolean;
  /** The incident that has sent it on, as its key belongs to this one now. */
  mergedFrom?: string;
  /** Of one whose request opens several incidents: its name. */
  request?: string;
  /** Why an alert with a key of its own joins this incident. */
  joins?: string;
  /** Of one that opens the incident again: it waits before it pages. */
  hold?: Hold;
};

export type AlertOutcome =
  | CommandOutcome
  | { kind: 'absorbed' }
  | { kind: 'closed' }
  /** Its key belongs to another incident now: the inbox is to send it there. */
  | { kind: 'moved'; to: string };

/** A new alert of an incident. */
export const newAlert = (incidentId: string, signal: AlertSignal): IncidentAlert => ({
  id: alertId(incidentId, signal),
  inbox: signal.inbox,
  dedupKey: signal.dedupKey,
  status: 'OPEN',
  title: signal.title,
  severity: signal.severity,
  source: signal.source,
  sourceLink: signal.sourceLink,
  labels: signal.labels,
  count: signal.count,
  firstAt: signal.at,
  lastAt: signal.at,
  ...(signal.mergedFrom ? { mergedFrom: signal.mergedFrom } : {}),
});

/** Raised urgency pages again, whoever is concerned by the status the incident is in (SEMANTICS 9). */
export function raiseUrgency(change: Change, urgency: Urgency, actor?: ActorRef): void {
  const { state } = change;
  if (!isMoreUrgent(urgency, state.urgency)) return;
  log(change, 'urgency-raised', { from: state.urgency, to: urgency }, actor);
  state.urgency = urgency;
  const { step, cycle } = state.escalation;
  const definition = state.policy?.steps[step - 1];
  const why = (): Why => ({ kind: 'urgency-raised', urgency });
  switch (state.status) {
    case 'SNOOZED':
      log(change, 'snooze-ended', { reason: 'urgency raised' });
      openAgain(change);
      return;
    case 'ACKNOWLEDGED':
      if (isQuiet(change)) return;
      if (pageAssignee(change, why())) return;
      break;
    case 'OPEN':
    case 'ESCALATED':
      break;
    case 'SUPPRESSED':
    case 'RESOLVED':
      return;
  }
  if (definition)
    pageTargets(change, definition.targets, {
      step,
      cycle,
      channels: definition.channels,
      roundRobin: definition.roundRobin,
      why,
    });
}

/** A trigger on an open key counts and updates; only a raised urgency pages. On a closed incident: `closed`. */
export function absorbTrigger(change: Change, signal: AlertSignal): AlertOutcome {
  const { state } = change;
  if (state.status === 'RESOLVED') {
    if (!signal.reopens) return { kind: 'closed' };
    const outcome = applyCommand(change, {
      verb: 'reopen',
      reason: 'the alert came again within the service’s window',
      ...(signal.hold ? { hold: signal.hold } : {}),
    });
    if (outcome.kind !== 'applied') return outcome;
    // Reopening by hand brings all alerts back; here only this one has come again.
    for (const alert of Object.values(state.alerts)) {
      if (alert.id !== alertId(state.id, signal)) alert.status = 'RESOLVED';
    }
    change.effects = change.effects.filter(
      (effect) => effect.kind !== 'hold' || (effect.inbox === signal.inbox && effect.dedupKey === signal.dedupKey),
    );
  }
  const id = alertId(state.id, signal);
  if (state.moved) delete state.moved[id];
  const known = state.alerts[id];
  if (known) {
    if (known.status === 'RESOLVED') logAsActor(change, 'alert-repeated', { title: signal.title });
    known.status = 'OPEN';
    known.count += signal.count;
    known.lastAt = Math.max(known.lastAt, signal.at);
  } else {
    const alert = newAlert(state.id, signal);
    state.alerts[alert.id] = alert;
    if (signal.joins) logAsActor(change, 'alert-grouped', { title: signal.title, reason: signal.joins });
    else logAsActor(change, 'alert-repeated', { title: signal.title });
  }
  state.lastEventAt = Math.max(state.lastEventAt, signal.at);
  if (signal.urgency) raiseUrgency(change, signal.urgency);
  countHeld(change, signal.count);
  return { kind: 'absorbed' };
}

/** The tool says it is over: the incident resolves when all of its alerts have (SEMANTICS 12). */
export function resolveAlert(change: Change, signal: AlertSignal): AlertOutcome {
  const { state } = change;
  if (state.status === 'RESOLVED') return { kind: 'closed' };
  const alert = state.alerts[alertId(state.id, signal)];
  if (!alert || alert.status === 'RESOLVED') return { kind: 'unchanged' };
  alert.status = 'RESOLVED';
  alert.lastAt = Math.max(alert.lastAt, signal.at);
  state.lastEventAt = Math.max(state.lastEventAt, signal.at);
  logAsActor(change, 'alert-resolved', { title: alert.title });
  const open = Object.values(state.alerts).some(({ status }) => status === 'OPEN');
  return open ? { kind: 'applied' } : applyCommand(change, { verb: 'resolve', note: null });
}

/** The tool says that somebody has taken it there. Nobody here is assigned by that. */
export function acknowledgeByAlert(change: Change, assignee: Assignee | null): AlertOutcome {
  if (change.state.status === 'RESOLVED') return { kind: 'closed' };
  return applyCommand(change, { verb: 'acknowledge', assignee });
}
