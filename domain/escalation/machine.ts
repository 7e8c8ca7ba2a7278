import type { IncidentEdit, RecordKind } from '../incident/edit';
import type { Assignee } from '../incident/incident';
import type { IncidentState } from '../incident/state';
import type { TimelineEntry } from '../incident/timeline';
import type { Admission } from '../notification/admission';
import type { Delivery } from '../notification/notification';
import type { Receipt } from '../notification/receipt/receipt';
import type { PagingPlan } from '../plan/plan';
import type { Instant } from '../shared/time';
import {
  type AlertOutcome,
  type AlertSignal,
  absorbTrigger,
  acknowledgeByAlert,
  raiseUrgency,
  resolveAlert,
} from './alerts';
import { announce } from './announce';
import { waitForQuiet } from './auto-resolve';
import { leadBundle } from './bundle';
import { type By, beginChange, type Change, type Effect, log, logAsActor } from './change';
import { applyCommand, type Command } from './commands';
import { type ClaimOutcome, claim, leaveBundle, lookAfter, recover, type SettleResult, settle } from './delivery';
import { edit } from './edit';
import { fireDue } from './fire';
import { dropHoldBack, holdBack } from './hold-back';
import { lookAtMaintenance } from './maintenance-change';
import { giveBack, type HandOver, movedTo, takeOver } from './merge';
import { newIncident, type Opening } from './open';
import { startPolicy } from './paging';
import { type ReceiptOutcome, receive } from './receipt';
import { type ResendOutcome, resend } from './resend';
import { watchSla } from './sla';
import { wakeAt } from './timers';

/** Everything that can happen to a running incident. */
export type IncidentEvent =
  | { kind: 'alert'; action: 'trigger' | 'acknowledge' | 'resolve'; signal: AlertSignal; assignee?: Assignee }
  | { kind: 'command'; command: Command }
  | { kind: 'note'; noteId: string; excerpt: string }
  | { kind: 'edit'; to: IncidentEdit }
  /** Something that stands in D1 was changed: only the logbook learns of it (SEMANTICS 16). */
  | { kind: 'record'; entry: RecordKind; detail: Record<string, unknown> }
  | { kind: 'timers' }
  /** Another incident is merged into this one, or taken back out. */
  | { kind: 'take-over'; given: HandOver }
  | { kind: 'give-back'; taken: Pick<HandOver, 'from' | 'seq'> }
  /** A maintenance window was added, changed or taken away; the plan holds them as they are now. */
  | { kind: 'maintenance' }
  | { kind: 'restart' }
  | { kind: 'claim'; notificationId: string; admission?: Admission }
  /** A page that was bundled is to bring the bundle after all, or the bundle it was in did not get out. */
  | { kind: 'lead'; notificationId: string }
  | { kind: 'bundle-failed'; notificationId: string; reason: string }
  | { kind: 'settle'; notificationId: string; attempt: number; result: SettleResult }
  | { kind: 'receipt'; notificationId: string; receipt: Receipt }
  | { kind: 'resend'; notificationId: string }
  | { kind: 'dead-letter'; notificationId: string; error: string }
  /** The message in the service's Slack channel stands, or could not be made. */
  | { kind: 'channel-post'; outcome: 'posted'; channel: string }
  | { kind: 'channel-post'; outcome: 'failed'; channel: string; error: string };

export type Outcome = AlertOutcome | ClaimOutcome | ReceiptOutcome | ResendOutcome | { kind: 'applied' };

/** What a transition decides; the shell stores all of it in one write, then carries out the effects. */
export type Transition = {
  state: IncidentState;
  /** The plan it ended with; another object only where the event brought people along. */
  plan: PagingPlan;
  timeline: TimelineEntry[];
  deliveries: Delivery[];
  effects: Effect[];
  wakeAt: Instant | null;
  outcome: Outcome;
};

export type { By } from './change';

function conclude(change: Change, outcome: Outcome, before: IncidentState | null, isHeardOf: boolean): Transition {
  dropHoldBack(change);
  waitForQuiet(change, isHeardOf);
  watchSla(change);
  const { state, plan, timeline, deliveries } = change;
  const effects = [...change.effects, ...announce(change, before)];
  return {
    state,
    plan,
    timeline: [...change.copied, ...timeline],
    deliveries,
    effects,
    wakeAt: wakeAt(state.timers),
    outcome,
  };
}

/** Events that show that the incident is of interest to somebody. */
const HEARD: readonly IncidentEvent['kind'][] = ['alert', 'command', 'note', 'take-over'];

function decideAlert(change: Change, event: IncidentEvent & { kind: 'alert' }): Outcome {
  const to = movedTo(change.state, event.signal);
  if (to !== null) return { kind: 'moved', to };
  if (event.action === 'acknowledge') return acknowledgeByAlert(change, event.assignee ?? null);
  const outcome = event.action === 'trigger' ? absorbTrigger(change, event.signal) : resolveAlert(change, event.signal);
  // One that no window takes makes all of it page; the last such one that is over lets it rest.
  if (!isUntouched(outcome, change) && change.plan.maintenance) lookAtMaintenance(change);
  return outcome;
}

function command(change: Change, asked: Command): Outcome {
  const outcome = applyCommand(change, asked);
  if (outcome.kind === 'applied' && change.plan.maintenance) lookAtMaintenance(change);
  return outcome;
}

/** What comes with another incident is looked at as what an inbox brings: it may be the first that no window takes. */
function join(change: Change, given: HandOver): Outcome {
  const outcome = takeOver(change, given);
  if (outcome.kind !== 'applied') return outcome;
  raiseUrgency(change, given.urgency);
  if (change.plan.maintenance) lookAtMaintenance(change);
  return outcome;
}

function part(change: Change, taken: Pick<HandOver, 'from' | 'seq'>): Outcome {
  const { kind, isOver } = giveBack(change, taken);
  if (isOver) applyCommand(change, { verb: 'resolve', note: null });
  return { kind };
}

/** Unchanged unless it led to a line of the logbook or to another wait. */
function noticeMaintenance(change: Change): Outcome {
  const before = change.state.timers.maintenance?.at;
  lookAtMaintenance(change);
  const isMoved = change.state.timers.maintenance?.at !== before;
  return { kind: isMoved || change.timeline.length > 0 ? 'applied' : 'unchanged' };
}

function decide(change: Change, event: IncidentEvent): Outcome {
  switch (event.kind) {
    case 'alert':
      return decideAlert(change, event);
    case 'command':
      return command(change, event.command);
    case 'note':
      logAsActor(change, 'note-added', { noteId: event.noteId, excerpt: event.excerpt });
      return { kind: 'applied' };
    case 'edit':
      return edit(change, event.to);
    case 'record':
      logAsActor(change, event.entry, event.detail);
      return { kind: 'applied' };
    case 'timers':
      fireDue(change);
      return { kind: 'applied' };
    case 'take-over':
      return join(change, event.given);
    case 'give-back':
      return part(change, event.taken);
    case 'maintenance':
      return noticeMaintenance(change);
    case 'restart':
      recover(change);
      return { kind: 'applied' };
    case 'claim':
      return claim(change, event.notificationId, event.admission);
    case 'lead':
      return leadBundle(change, event.notificationId);
    case 'bundle-failed':
      return leaveBundle(change, event.notificationId, event.reason);
    case 'settle':
      settle(change, event.notificationId, event.attempt, event.result);
      return { kind: 'applied' };
    case 'receipt':
      return receive(change, event.notificationId, event.receipt);
    case 'resend':
      return resend(change, event.notificationId);
    case 'channel-post': {
      const { channel } = event;
      if (event.outcome === 'posted') log(change, 'channel-posted', { channel });
      else log(change, 'channel-post-failed', { channel, error: event.error });
      return { kind: 'applied' };
    }
    case 'dead-letter': {
      // The queue gave up on it: as good as unsettled now.
      lookAfter(change, event.notificationId, 0);
      return { kind: 'applied' };
    }
  }
}

/** Outcomes that must leave no trace. A claim on a settled notification may still have found a disabled person. */
function isUntouched(outcome: Outcome, change: Change): boolean {
  switch (outcome.kind) {
    case 'unchanged':
    case 'refused':
    case 'closed':
    case 'moved':
    case 'busy':
    case 'unknown':
      return true;
    case 'settled':
      return change.timeline.length === 0;
    case 'applied':
    case 'absorbed':
    case 'send':
    case 'resent':
      return false;
  }
}

/**
 * The heart: what an event does to an incident at `now`. Pure; a refused or unchanged event hands back the state as it
 * was. `plan` says who is who and who is on call; steps come from the state, fixed when the incident opened.
 */
export function transition(
  state: IncidentState,
  event: IncidentEvent,
  plan: PagingPlan,
  now: Instant,
  by?: By,
): Transition {
  const change = beginChange(state, plan, now, by?.actor, by?.origin);
  const outcome = decide(change, event);
  if (!isUntouched(outcome, change)) return conclude(change, outcome, state, HEARD.includes(event.kind));
  return { state, plan, timeline: [], deliveries: [], effects: [], wakeAt: wakeAt(state.timers), outcome };
}

/** Opens an incident: SLA times, the first line of the logbook, and the policy from step 1. */
export function open(opening: Opening, plan: PagingPlan, now: Instant, by: By): Transition {
  const change = beginChange(newIncident(opening, plan, now), plan, now, by.actor, by.origin);
  const { signal } = opening;
  change.state.createdBy = by.actor.kind === 'user' || by.actor.kind === 'api-key' ? (by.actor.id ?? null) : null;
  logAsActor(change, 'opened', { title: change.state.title, source: signal.source, severity: signal.severity });
  if (opening.gathers) log(change, 'alert-grouped', { title: signal.title, reason: opening.gathers });
  if (opening.suppressed !== undefined) applyCommand(change, { verb: 'suppress', reason: opening.suppressed });
  else if (opening.hold) holdBack(change, opening.hold, signal.count);
  else startPolicy(change);
  if (plan.maintenance) lookAtMaintenance(change);
  return conclude(change, { kind: 'applied' }, null, true);
}
