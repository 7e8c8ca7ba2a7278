import { expect, it } from 'vitest';
import type { IncidentState } from '../incident/state';
import { person, plan, policy, user } from '../plan/plan.testing';
import { SECOND } from '../shared/time';
import { type By, type IncidentEvent, open, transition } from './machine';
import { START, signal } from './story.testing';

const ROUNDS = Number(process.env.RACE_CASES || 1_000);
const STEP_AT = START + 300 * SECOND;
const BY: By = { actor: { kind: 'user', id: 'ana', name: 'Ana' }, origin: 'web' };
const ACKNOWLEDGE: IncidentEvent = {
  kind: 'command',
  command: { verb: 'acknowledge', assignee: { kind: 'USER', id: 'ana', name: 'Ana' } },
};

/** The same numbers at each run (a linear congruence), so that a failure can be seen again. */
function numbers(seed: number): (below: number) => number {
  let at = seed;
  return (below) => {
    at = (at * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((at / 2_147_483_648) * below);
  };
}

const rules = (id: string) => [
  { urgency: 'HIGH' as const, methodId: `${id}-email`, delaySeconds: 0 },
  { urgency: 'HIGH' as const, methodId: `${id}-sms`, delaySeconds: 300 },
];
const people = ['ana', 'bo', 'cy'].map((id) => person(id, ['email', 'sms'], { rules: rules(id) }));
const PLAN = plan({
  people,
  policy: policy([
    [0, user('ana')],
    [300, user('bo'), user('cy')],
  ]),
});

/** Step 2 and ana's second method fall due in the very millisecond in which she acknowledges and senders claim. */
function race(below: (n: number) => number) {
  const opening = { id: 'inc_1', signal: signal(), description: null, urgency: null, priority: null, assignee: null };
  let state: IncidentState = open({ ...opening, visibility: 'PUBLIC' }, PLAN, START, BY).state;
  let hasAcknowledged = false;
  const counts = { before: 0, after: 0 };
  const play = (event: IncidentEvent) => {
    const result = transition(state, event, PLAN, STEP_AT, BY);
    state = result.state;
    return result.outcome.kind;
  };
  const claimOne = () => {
    const ids = Object.keys(state.notifications);
    const notificationId = ids[below(ids.length)] ?? '';
    if (play({ kind: 'claim', notificationId }) === 'send') counts[hasAcknowledged ? 'after' : 'before'] += 1;
  };
  const moves = [
    () => play({ kind: 'timers' }),
    () => {
      play(ACKNOWLEDGE);
      hasAcknowledged = true;
    },
    ...Array.from({ length: 6 }, () => claimOne),
  ];
  while (moves.length > 0) moves.splice(below(moves.length), 1)[0]?.();
  for (const notificationId of Object.keys(state.notifications)) {
    if (play({ kind: 'claim', notificationId }) === 'send') counts.after += 1;
  }
  return counts;
}

it('F10: no page is claimed after an acknowledgement that raced its escalation in the same millisecond', () => {
  const below = numbers(10);
  const sum = { before: 0, after: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const { before, after } = race(below);
    sum.before += before;
    sum.after += after;
  }
  console.log(`F10  rounds ${ROUNDS}  claimed before ${sum.before}  claimed after ${sum.after}`);
  expect(sum.before).toBeGreaterThan(ROUNDS / 2);
  expect(sum.after).toBe(0);
});
