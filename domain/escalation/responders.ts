import type { ActorRef } from '../access/actor';
import type { Assignee, Responder } from '../incident/incident';
import { isUnclaimed } from '../notification/notification';
import type { Why } from '../notification/why';
import { type Failure, failure } from '../shared/errors';
import { type Change, clearTimer, logAsActor } from './change';
import { mark } from './notify';
import { pageTargets } from './paging';

/** People and teams asked to help; each is paged by name, whatever the policy does. */
export type RespondersCommand = { verb: 'responders'; to: Assignee[]; message: string | null };

/**
 * Asks people to help: one wave that pages all of them at once on their own ladders. They do not become the assignee.
 * Refused where nobody of them can be reached, so that whoever asks knows at once.
 */
export function addResponders(change: Change, { to, message }: RespondersCommand): Failure | null {
  const { state, now, actor } = change;
  const { step, cycle } = state.escalation;
  const why = (): Why => ({ kind: 'asked-to-help', by: actor.name, message });
  const reached = pageTargets(change, to, { step, cycle, channels: null, why });
  if (reached.people.length === 0) {
    const message = `Nobody of them can be reached: ${reached.reasons.join('; ') || 'there is nobody'}.`;
    return failure('conflict', message);
  }
  const known: Record<string, Responder> = Object.fromEntries((state.responders ?? []).map((one) => [one.userId, one]));
  for (const { id: userId, name } of reached.people) known[userId] = { userId, name, askedAt: now, joinedAt: null };
  state.responders = Object.values(known);
  logAsActor(change, 'responders-added', {
    people: reached.people.map(({ name }) => name),
    skipped: reached.reasons,
    message,
  });
  return null;
}

/** Whether this is the answer of somebody who was asked to help and has not answered yet. */
export const isAsked = (change: Change, actor: ActorRef): boolean =>
  actor.kind === 'user' &&
  (change.state.responders ?? []).some((one) => one.userId === actor.id && one.joinedAt === null);

/** Somebody who was asked to help is there: their own pages stop, everybody else's go on. */
export function joinAsResponder(change: Change): void {
  const { state, now, actor } = change;
  state.responders = (state.responders ?? []).map((one) => (one.userId === actor.id ? { ...one, joinedAt: now } : one));
  for (const timer of Object.values(state.timers)) {
    if (timer.kind === 'rung' && timer.rung.userId === actor.id) clearTimer(change, timer.id);
  }
  for (const one of Object.values(state.notifications)) {
    if (one.userId === actor.id && one.intent === 'page' && isUnclaimed(one)) mark(change, one, 'CANCELLED', 'joined');
  }
  logAsActor(change, 'responder-joined', {});
}
