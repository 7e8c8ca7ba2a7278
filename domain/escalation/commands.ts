import type { Hold } from '../alert/hold';
import type { Assignee } from '../incident/incident';
import { LIFECYCLE, refusal, type Verb } from '../incident/lifecycle';
import type { AlertStanding, IncidentRef } from '../incident/merge';
import type { PlanPerson, PlanTeam } from '../plan/plan';
import { type Failure, failure } from '../shared/errors';
import type { Instant } from '../shared/time';
import { acknowledgementTimeout, waitForAssignee } from './assignment';
import { type Change, clearTimer, logAsActor, setTimer } from './change';
import { holdBack } from './hold-back';
import { leaveMaintenance, pageInSpiteOfMaintenance } from './maintenance';
import { merge, mergeRefusal, unmerge } from './merge';
import { openAgain } from './open-again';
import { fireStep, pageLastResort, stopPaging } from './paging';
import { pause, resume } from './pause';
import { tellQuietly } from './quiet-news';
import { addResponders, isAsked, joinAsResponder, type RespondersCommand } from './responders';

/** What a person, a key, a timer or an integration asks of an incident. */
export type Command =
  | { verb: 'acknowledge'; assignee: Assignee | null }
  /** `reason`: why it resolves by itself. */
  | { verb: 'resolve'; note: string | null; reason?: string }
  | { verb: 'snooze'; until: Instant; reason: string | null }
  | { verb: 'unsnooze' }
  /** `once`: the notification it answers, which can escalate only once. */
  | { verb: 'escalate'; step: number | null; once?: string }
  | { verb: 'pause'; until: Instant; reason: string | null }
  | { verb: 'resume' }
  | (RespondersCommand & Newcomers)
  | { verb: 'reassign'; to: Assignee; people: PlanPerson[]; team: PlanTeam | null }
  | { verb: 'reopen'; reason: string | null; hold?: Hold }
  | { verb: 'merge'; into: IncidentRef }
  /** `alerts`: how they stand in the incident it was merged into. */
  | { verb: 'unmerge'; alerts: AlertStanding[]; reason: string | null }
  | { verb: 'suppress'; reason: string | null }
  | { verb: 'unsuppress' };

/** Whoever is asked by name may stand outside the service's plan: they come along with the command. */
export type Newcomers = { people: PlanPerson[]; teams: PlanTeam[] };

export type CommandOutcome = { kind: 'applied' } | { kind: 'unchanged' } | { kind: 'refused'; failure: Failure };

function acknowledge(change: Change, command: Command & { verb: 'acknowledge' }): void {
  const { state, now } = change;
  stopPaging(change, 'acknowledged');
  state.status = 'ACKNOWLEDGED';
  state.acknowledgedAt = now;
  state.sla.firstAcknowledgedAt ??= now;
  if (command.assignee) state.assignee = command.assignee;
  logAsActor(change, 'acknowledged', { assignee: state.assignee?.name ?? null });
  if (isAsked(change, change.actor)) joinAsResponder(change);
  const timeout = acknowledgementTimeout(change);
  if (timeout === null) return;
  setTimer(change, { id: 'acknowledgement-timeout', kind: 'acknowledgement-timeout', at: now + timeout });
}

/** Tells everyone who was paged that it is over, as a wave of its own. */
function tellResolved(change: Change): void {
  change.state.wave += 1;
  tellQuietly(change, Object.keys(change.state.paged), { intent: 'resolved', why: { kind: 'was-paged' } });
}

function resolve(change: Change, command: Command & { verb: 'resolve' }): void {
  const { state, now } = change;
  stopPaging(change, 'resolved');
  for (const id of ['snooze-end', 'acknowledgement-timeout']) clearTimer(change, id);
  state.status = 'RESOLVED';
  state.resolvedAt = now;
  state.snoozedUntil = null;
  state.sla.firstResolvedAt ??= now;
  for (const alert of Object.values(state.alerts)) {
    alert.status = 'RESOLVED';
    change.effects.push({ kind: 'release', inbox: alert.inbox, dedupKey: alert.dedupKey });
  }
  leaveMaintenance(change);
  logAsActor(change, 'resolved', {
    ...(command.note ? { note: command.note } : {}),
    ...(command.reason ? { reason: command.reason } : {}),
  });
  tellResolved(change);
}

function snooze(change: Change, command: Command & { verb: 'snooze' }): void {
  const { state } = change;
  stopPaging(change, 'snoozed');
  clearTimer(change, 'acknowledgement-timeout');
  state.status = 'SNOOZED';
  state.snoozedUntil = command.until;
  logAsActor(change, 'snoozed', { until: command.until, reason: command.reason });
  setTimer(change, { id: 'snooze-end', kind: 'snooze-end', at: command.until });
}

function escalate(change: Change, command: Command & { verb: 'escalate' }): Failure | null {
  const { state } = change;
  const steps = state.policy?.steps.length ?? 0;
  if (!state.policy) return failure('conflict', 'The service has no escalation policy to escalate along.');
  if (command.step !== null && command.step > steps) {
    return failure('conflict', `The policy has ${steps} steps.`, { detail: { steps } });
  }
  if (command.once) state.escalatedBy = { ...state.escalatedBy, [command.once]: true };
  const step = command.step ?? state.escalation.step + 1;
  pageInSpiteOfMaintenance(change);
  stopPaging(change, 'escalated');
  clearTimer(change, 'acknowledgement-timeout');
  state.status = 'ESCALATED';
  logAsActor(change, 'escalated', { step: step <= steps ? step : null });
  if (step <= steps) fireStep(change, step, state.escalation.cycle);
  else pageLastResort(change);
  return null;
}

/** From now on they stand in this incident's copy of the plan. */
function introduce(change: Change, { people, teams }: Newcomers): void {
  const { plan } = change;
  const named = <T extends { id: string }>(list: readonly T[]) => Object.fromEntries(list.map((one) => [one.id, one]));
  change.plan = {
    ...plan,
    people: { ...plan.people, ...named(people) },
    teams: { ...plan.teams, ...named(teams) },
  };
}

function reassign(change: Change, command: Command & { verb: 'reassign' }): void {
  const { state } = change;
  introduce(change, { people: command.people, teams: command.team ? [command.team] : [] });
  const from = state.assignee?.name ?? null;
  state.assignee = command.to;
  logAsActor(change, 'reassigned', { to: command.to.name, from });
  if (state.status === 'SNOOZED' || state.status === 'SUPPRESSED') return;
  pageInSpiteOfMaintenance(change);
  stopPaging(change, 'reassigned');
  clearTimer(change, 'acknowledgement-timeout');
  // Asked for by hand, so an acknowledged incident is one that looks for somebody again (SEMANTICS 8, 13).
  if (state.status === 'ACKNOWLEDGED') state.status = 'ESCALATED';
  waitForAssignee(change);
}

function reopen(change: Change, command: Command & { verb: 'reopen' }): void {
  const { state } = change;
  state.resolvedAt = null;
  for (const alert of Object.values(state.alerts)) {
    alert.status = 'OPEN';
    change.effects.push({ kind: 'hold', inbox: alert.inbox, dedupKey: alert.dedupKey });
  }
  logAsActor(change, 'reopened', { reason: command.reason });
  // An alert that comes again in maintenance is held like a new one.
  if (change.actor.kind !== 'integration') pageInSpiteOfMaintenance(change);
  if (command.hold) holdBack(change, command.hold, 1);
  else openAgain(change);
}

function perform(change: Change, command: Command): Failure | null {
  switch (command.verb) {
    case 'acknowledge':
      acknowledge(change, command);
      return null;
    case 'resolve':
      resolve(change, command);
      return null;
    case 'snooze':
      snooze(change, command);
      return null;
    case 'unsnooze':
      logAsActor(change, 'snooze-ended', {});
      pageInSpiteOfMaintenance(change);
      openAgain(change);
      return null;
    case 'escalate':
      return escalate(change, command);
    case 'pause':
      pause(change, command.until, command.reason);
      return null;
    case 'resume':
      resume(change, () => logAsActor(change, 'resumed'));
      return null;
    case 'responders':
      introduce(change, command);
      return addResponders(change, command);
    case 'reassign':
      reassign(change, command);
      return null;
    case 'reopen':
      reopen(change, command);
      return null;
    case 'merge':
      merge(change, command.into);
      return null;
    case 'unmerge':
      if (unmerge(change, command.alerts, command.reason)) openAgain(change);
      return null;
    case 'suppress':
      stopPaging(change, 'suppressed');
      change.state.status = 'SUPPRESSED';
      logAsActor(change, 'suppressed', { reason: command.reason });
      return null;
    case 'unsuppress':
      logAsActor(change, 'unsuppressed', {});
      pageInSpiteOfMaintenance(change);
      openAgain(change);
      return null;
  }
}

/** Carries out one verb as the lifecycle table allows; whatever is refused leaves the change unused. */
export function applyCommand(change: Change, command: Command): CommandOutcome {
  const verb: Verb = command.verb;
  const { status, escalatedBy } = change.state;
  if (command.verb === 'merge' && command.into.id === change.state.mergedInto?.id) return { kind: 'unchanged' };
  const partOfAnother = mergeRefusal(verb, change.state);
  if (partOfAnother) return { kind: 'refused', failure: partOfAnother };
  if (command.verb === 'escalate' && command.once && escalatedBy?.[command.once]) return { kind: 'unchanged' };
  switch (LIFECYCLE[verb][status]) {
    case 'unchanged':
      // Acknowledged by somebody else already; whoever was asked to help answers with the same button.
      if (verb !== 'acknowledge' || !isAsked(change, change.actor)) return { kind: 'unchanged' };
      joinAsResponder(change);
      return { kind: 'applied' };
    case 'refuse': {
      const detail = { status, ...(status === 'SNOOZED' && verb === 'acknowledge' ? { offer: 'unsnooze' } : {}) };
      return { kind: 'refused', failure: failure('conflict', refusal(verb, status), { detail }) };
    }
    case 'apply': {
      if (verb === 'resume' && !change.state.paused) return { kind: 'unchanged' };
      const refused = perform(change, command);
      return refused ? { kind: 'refused', failure: refused } : { kind: 'applied' };
    }
  }
}
