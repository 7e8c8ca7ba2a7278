import { type IncidentEvent, open, type Transition, transition } from '../escalation/machine';
import { wakeAt } from '../escalation/timers';
import type { Urgency } from '../incident/incident';
import { withoutHistory } from '../incident/state';
import type { Channel } from '../notification/channels';
import { DAY, type Instant } from '../shared/time';
import type { PagingPlan } from './plan';

/** One page that would go out. `step` and `cycle` count from 1; step 0: the last resort. */
export type SimulatedPage = {
  at: Instant;
  userId: string;
  user: string;
  channel: Channel;
  step: number;
  cycle: number;
  why: string;
};

/** Read in the console, whose words are English, not by the receivers. */
const inEnglish = (plan: PagingPlan): PagingPlan => ({
  ...plan,
  people: Object.fromEntries(Object.entries(plan.people).map(([id, person]) => [id, { ...person, locale: 'en' }])),
});

/** Nobody answers for so long in a simulation, and no policy is followed for more pages than that. */
const HORIZON = DAY;
const MAX_PAGES = 500;

const BY = { actor: { kind: 'system' as const, name: 'OpsKnight' }, origin: 'timer' as const };

function opened(plan: PagingPlan, at: Instant, urgency: Urgency): Transition {
  const signal = {
    inbox: '',
    dedupKey: 'simulation',
    title: 'Simulation',
    severity: null,
    urgency,
    source: null,
    sourceLink: null,
    labels: {},
    count: 1,
    at,
  };
  const common = { description: null, urgency: null, priority: null, visibility: 'PUBLIC' as const, assignee: null };
  return open({ id: 'inc_simulation', signal, ...common }, plan, at, BY);
}

/** Every message is taken at once, so that only the policy and the ladders speak. */
function sendAll(result: Transition, at: Instant, found: Map<string, SimulatedPage>): Transition {
  let last = result;
  for (const one of Object.values(result.state.notifications)) {
    if (one.state !== 'PENDING' || one.intent !== 'page') continue;
    const { userId, userName: user, channel, step, cycle, content } = one;
    // That a push is sent again is the same page once more.
    if (one.repetition === 0) found.set(one.id, { at, userId, user, channel, step, cycle, why: content.why });
    const sent = { outcome: 'sent' as const, provider: null, providerId: null, error: null };
    const events: IncidentEvent[] = [
      { kind: 'claim', notificationId: one.id },
      { kind: 'settle', notificationId: one.id, attempt: one.attempts + 1, result: sent },
    ];
    for (const event of events) last = transition(last.state, event, last.plan, at, BY);
  }
  return last;
}

/**
 * Who would be paged, when and how, if an alert came in at `at` and nobody answered for a day: the pager itself, run on
 * a clock that is moved. Ends with the policy; a last resort that repeats is shown until the horizon or 500 pages.
 */
export function simulate(plan: PagingPlan, at: Instant, urgency: Urgency): SimulatedPage[] {
  const found = new Map<string, SimulatedPage>();
  let last = sendAll(opened(inEnglish(plan), at, urgency), at, found);
  for (let due = wakeAt(last.state.timers); due !== null && due <= at + HORIZON && found.size < MAX_PAGES; ) {
    // As the object keeps it: what is settled of earlier waves would make each step slower than the one before.
    const state = withoutHistory(last.state);
    last = sendAll(transition(state, { kind: 'timers' }, last.plan, due, BY), due, found);
    due = wakeAt(last.state.timers);
  }
  return [...found.values()].slice(0, MAX_PAGES);
}
