import { type Ladder, ladderFor } from '../notification/ladder';
import { mutedBy, timingOf } from '../notification/preferences';
import type { Why } from '../notification/why';
import { wordsFor } from '../notification/words/words';
import type { PlanPerson } from '../plan/plan';
import { lastResortChoices, peopleFor } from '../plan/targets';
import { SECOND } from '../shared/time';
import { type Change, clearPagingTimers, clearTimer, log, setTimer } from './change';
import { defer, digest } from './defer';
import { heldByMaintenance } from './maintenance';
import { cancelUnclaimed, notify } from './notify';
import type { EscalationStep, Target } from './policy';
import { takeTurn } from './round-robin';
import { reasonToSkip } from './step-applies';
import { LAST_RESORT_EVERY_MS } from './timers';

type Reached = { people: PlanPerson[]; reasons: string[] };
type PageOptions = {
  step: number;
  cycle: number;
  channels: EscalationStep['channels'];
  /** Only one of them, whose turn it is. */
  roundRobin?: boolean | undefined;
  /** The policy passes over people who have muted the service; who is asked by name, or is the last resort, is paged. */
  heedMutes?: boolean;
  why: (target: string) => Why;
};
type Candidate = { person: PlanPerson; ladder: Ladder; target: string };

/** Everyone the targets stand for who can be reached now, each once and in order, and why the others cannot. */
function candidatesOf(
  change: Change,
  targets: readonly Target[],
  options: PageOptions,
): { candidates: Candidate[]; reasons: string[] } {
  const { state, plan, now } = change;
  const candidates: Candidate[] = [];
  const reasons: string[] = [];
  for (const target of targets) {
    const { people, name, reason } = peopleFor(target, plan, now);
    if (reason) reasons.push(`${name}: ${reason}`);
    for (const person of people) {
      if (candidates.some((known) => known.person.id === person.id)) continue;
      const muted = options.heedMutes ? mutedBy(person, state.urgency, plan.service.id, now) : null;
      if (muted) {
        reasons.push(`${person.name} ${muted.reason}`);
        continue;
      }
      const ladder = ladderFor(person, state.urgency, plan.usableChannels, options.channels);
      if (ladder.reason) reasons.push(ladder.reason);
      if (ladder.rungs.length > 0) candidates.push({ person, ladder, target: name });
    }
  }
  return { candidates, reasons };
}

/** Starts a person's ladder: what is due at once goes out, the rest waits for its time. */
function startLadder(change: Change, { person, ladder, target }: Candidate, options: PageOptions): void {
  const { state, now } = change;
  const { step, cycle, channels } = options;
  const why = wordsFor(person.locale).why(options.why(target));
  if (ladder.widened) log(change, 'channels-widened', { userName: person.name, channels });
  for (const rung of ladder.rungs) {
    const page = { ...rung, userId: person.id, wave: state.wave, step, cycle, why };
    const dueAt = now + rung.delaySeconds * SECOND;
    const timing = timingOf(person, state.urgency, dueAt);
    if (timing.kind === 'digest') {
      // One item for all of the person's methods: the digest goes by one of them.
      digest(change, page, timing.at, timing.reason);
      return;
    }
    if (timing.kind === 'quiet') defer(change, page, timing.until, timing.reason);
    else if (rung.delaySeconds === 0) notify(change, page);
    else setTimer(change, { id: `rung:${state.wave}:${person.id}:${rung.rung}`, kind: 'rung', at: dueAt, rung: page });
  }
}

/**
 * Pages everyone the targets stand for, as one new wave: each person once, on their own ladder. Answers whom it
 * reached, and why the others were not (SEMANTICS 2–4).
 */
export function pageTargets(change: Change, targets: readonly Target[], options: PageOptions): Reached {
  const { state } = change;
  state.wave += 1;
  const { candidates, reasons } = candidatesOf(change, targets, options);
  const turn = options.roundRobin ? takeTurn(candidates, state.id, options.cycle) : undefined;
  const chosen = turn ? [turn] : candidates;
  for (const candidate of chosen) startLadder(change, candidate, options);
  return { people: chosen.map(({ person }) => person), reasons };
}

const names = (people: readonly PlanPerson[]): string[] => people.map(({ name }) => name);

/** Pages the last resort now and every five minutes until somebody acknowledges (SEMANTICS 2). */
export function pageLastResort(change: Change): void {
  const { state, now } = change;
  const { step, cycle } = state.escalation;
  const reasons: string[] = [];
  state.nobodyPaged = true;
  for (const targets of lastResortChoices(change.plan, state.policy?.lastResort ?? [])) {
    const why = (): Why => ({ kind: 'last-resort' });
    const reached = pageTargets(change, targets, { step, cycle, channels: null, why });
    reasons.push(...reached.reasons);
    if (reached.people.length === 0) continue;
    state.nobodyPaged = false;
    log(change, 'last-resort-paged', { people: names(reached.people) });
    break;
  }
  if (state.nobodyPaged) log(change, 'last-resort-empty', { reasons });
  setTimer(change, { id: 'last-resort', kind: 'last-resort', at: now + LAST_RESORT_EVERY_MS });
}

/** What follows a step: the next one after its delay, another cycle, or the end (SEMANTICS 1, 2). */
function planNext(change: Change, after: number, immediately: boolean): void {
  const { state, now } = change;
  const policy = state.policy;
  if (!policy) return;
  const { cycle, reached } = state.escalation;
  const next = policy.steps[after];
  if (next) {
    const at = immediately ? now : now + next.delaySeconds * SECOND;
    if (at <= now) fireStep(change, after + 1, cycle);
    else setTimer(change, { id: 'step', kind: 'step', at, step: after + 1, cycle });
    return;
  }
  if (!reached) {
    pageLastResort(change);
    return;
  }
  const pause = now + policy.repeatAfterSeconds * SECOND;
  const again = cycle <= policy.repeat || policy.endAction === 'repeat';
  if (again) setTimer(change, { id: 'step', kind: 'step', at: pause, step: 1, cycle: cycle + 1 });
  else setTimer(change, { id: 'finish', kind: 'finish', at: pause });
}

/** The policy has gone through its last cycle and nobody has answered: what it says for that. */
export function finishPolicy(change: Change): void {
  const { escalation, policy } = change.state;
  log(change, 'policy-finished', { cycles: escalation.cycle, endAction: policy?.endAction ?? 'stop' });
  if (policy?.endAction === 'last-resort') pageLastResort(change);
}

/**
 * Fires step `step` (from 1) of `cycle` (from 1). A step that is empty, or not for this urgency or hour, is recorded
 * and the next one fires at once without its delay; a whole pass that reaches nobody ends at the last resort.
 */
export function fireStep(change: Change, step: number, cycle: number): void {
  const { state, now } = change;
  const policy = state.policy;
  const definition = policy?.steps[step - 1];
  clearTimer(change, 'step');
  if (!policy || !definition) return;
  if (cycle !== state.escalation.cycle) {
    state.escalation.reached = false;
    if (cycle > 1) log(change, 'cycle-started', { cycle });
  }
  state.escalation.step = step;
  state.escalation.cycle = cycle;
  if ((step > 1 || cycle > 1) && state.status === 'OPEN') state.status = 'ESCALATED';
  const skip = reasonToSkip(definition, state.urgency, now);
  if (skip) {
    log(change, 'step-skipped', { step, cycle, reason: skip });
    planNext(change, step, true);
    return;
  }
  const { channels, roundRobin } = definition;
  const takesTurns = roundRobin === true;
  const why = (target: string): Why => ({ kind: 'step', step, policy: policy.name, target, takesTurns });
  const reached = pageTargets(change, definition.targets, { step, cycle, channels, roundRobin, heedMutes: true, why });
  const isEmpty = reached.people.length === 0;
  if (isEmpty) {
    log(change, 'step-empty', { step, cycle, reason: reached.reasons.join('; ') || 'the step has no targets' });
  } else {
    state.escalation.reached = true;
    log(change, 'step-fired', { step, cycle, people: names(reached.people), skipped: reached.reasons });
  }
  planNext(change, step, isEmpty);
}

/**
 * Runs the policy from step 1, waiting that step's delay first; no policy means nobody is paged, and it says so. In
 * maintenance it does not start.
 */
export function startPolicy(change: Change): void {
  const { state } = change;
  state.escalation = { step: 0, cycle: 1, reached: false };
  if (heldByMaintenance(change)) return;
  if (!state.policy) {
    state.nobodyPaged = true;
    log(change, 'nobody-paged', { reason: 'The service has no escalation policy.' });
    return;
  }
  state.nobodyPaged = false;
  planNext(change, 0, false);
}

/** Stops everything that would page: waits, rungs, and whatever no sender has claimed. */
export function stopPaging(change: Change, reason: string): void {
  clearPagingTimers(change);
  change.state.paused = null;
  cancelUnclaimed(change, reason);
}
