import type { IncidentStatus } from '../incident/incident';
import { type IncidentState, withoutHistory } from '../incident/state';
import type { TimelineKind } from '../incident/timeline';
import type { Notification } from '../notification/notification';
import type { PagingPlan } from '../plan/plan';
import { type Instant, SECOND } from '../shared/time';
import type { AlertSignal } from './alerts';
import type { Effect } from './change';
import type { Command } from './commands';
import type { SettleResult } from './delivery';
import { type By, type IncidentEvent, type Outcome, open, type Transition, transition } from './machine';
import { type Timer, wakeAt } from './timers';

export const START: Instant = Date.UTC(2026, 10, 23, 3, 0, 0);
const ANA: By = { actor: { kind: 'user', id: 'ana', name: 'Ana' }, origin: 'web' };

export const signal = (more: Partial<AlertSignal> = {}): AlertSignal => ({
  inbox: 'inbox1',
  dedupKey: 'disk',
  title: 'Disk full',
  severity: 'critical',
  urgency: 'HIGH',
  source: 'db-1',
  sourceLink: null,
  labels: { host: 'db-1' },
  count: 1,
  at: START,
  ...more,
});

/**
 * An incident told step by step: `story(plan)` opens it at START; every call plays one event and remembers what it
 * added. Nothing outside happens: pages are read off the effects.
 */
export function story(plan: PagingPlan, opening: Partial<AlertSignal> = {}, id = 'inc_1') {
  let now = START;
  const logged: TimelineKind[] = [];
  const effects: Effect[] = [];
  const made = new Map<string, Notification>();
  let told = 0;
  const first = signal(opening);
  let last: Transition = open(
    {
      id,
      signal: first,
      description: null,
      urgency: null,
      priority: null,
      visibility: 'PUBLIC',
      assignee: null,
    },
    plan,
    now,
    { actor: { kind: 'integration', id: 'int_1', name: 'Alertmanager' }, origin: 'webhook' },
  );
  note(last);

  function note(result: Transition): Outcome {
    last = { ...result, state: withoutHistory(result.state) };
    for (const one of Object.values(result.state.notifications)) made.set(one.id, one);
    logged.push(...result.timeline.map(({ kind }) => kind));
    effects.push(...result.effects);
    return result.outcome;
  }
  const play = (event: IncidentEvent, by = ANA): Outcome => note(transition(last.state, event, last.plan, now, by));

  return {
    get state(): IncidentState {
      return last.state;
    },
    get status(): IncidentStatus {
      return last.state.status;
    },
    get timeline() {
      return last.timeline;
    },
    logged,
    effects,
    play,
    /** Puts a wait into the incident, whether it could have come there or not. */
    force(timer: Timer): void {
      last = { ...last, state: { ...last.state, timers: { ...last.state.timers, [timer.id]: timer } } };
    },
    /** Another incident takes the place of the one it began with. */
    begin(opened: Transition): void {
      made.clear();
      logged.length = 0;
      told = 0;
      note(opened);
    },
    command: (command: Command) => play({ kind: 'command', command }),
    acknowledge: () =>
      play({ kind: 'command', command: { verb: 'acknowledge', assignee: { kind: 'USER', id: 'ana', name: 'Ana' } } }),
    alert: (action: 'trigger' | 'acknowledge' | 'resolve', more: Partial<AlertSignal> = {}) =>
      play({ kind: 'alert', action, signal: signal({ at: now, ...more }) }),
    /** Moves the clock, firing every timer at its own time on the way, as alarms do. */
    pass(seconds: number): void {
      const until = now + seconds * SECOND;
      for (let due = wakeAt(last.state.timers); due !== null && due <= until; due = wakeAt(last.state.timers)) {
        now = Math.max(now, due);
        play({ kind: 'timers' });
      }
      now = until;
    },
    /** Whom it has paged since this was asked last, as "ana email". */
    pages(): string[] {
      const all = [...made.values()].filter(({ intent }) => intent === 'page');
      const fresh = all.slice(told);
      told = all.length;
      return fresh.map((one) => `${one.userId} ${one.channel}`);
    },
    /** Everyone who was told that it is over, and how. */
    notices: (): string[] =>
      [...made.values()].filter(({ intent }) => intent === 'resolved').map((one) => `${one.userId} ${one.channel}`),
    /** States of all messages ever made, as "ana email SENT". */
    messages: (): string[] => [...made.values()].map((one) => `${one.userId} ${one.channel} ${one.state}`),
    /** Claims and settles the latest open notification of a person. */
    deliver(userId: string, result: Partial<SettleResult> & { outcome: SettleResult['outcome'] }): Outcome {
      const one = Object.values(last.state.notifications).findLast(
        (each) => each.userId === userId && (each.state === 'PENDING' || each.state === 'FAILED_TEMPORARILY'),
      );
      if (!one) throw new Error(`no open notification of ${userId}`);
      const outcome = play({ kind: 'claim', notificationId: one.id });
      if (outcome.kind !== 'send') return outcome;
      const full = {
        provider: 'fake',
        providerId: null,
        error: null,
        retryAfterSeconds: null,
        ...result,
      } as SettleResult;
      play({ kind: 'settle', notificationId: one.id, attempt: outcome.attempt, result: full });
      return outcome;
    },
    replacePlan(next: PagingPlan): void {
      last = { ...last, plan: next };
    },
  };
}
