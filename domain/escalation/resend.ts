import { isSettled } from '../notification/state';
import { type Failure, failure } from '../shared/errors';
import { type Change, logAsActor } from './change';
import { notify } from './notify';

export type ResendOutcome = { kind: 'resent'; notificationId: string } | { kind: 'refused'; failure: Failure };

const refuse = (code: 'conflict' | 'not-found', message: string): ResendOutcome => ({
  kind: 'refused',
  failure: failure(code, message),
});

/**
 * Sends a settled notification again, asked for by hand: a wave of its own, so that no id serves two intents
 * (SEMANTICS 3), with the words and the address of today. Refused while the first is under way, and for a page once
 * nobody is paged any more.
 */
export function resend(change: Change, notificationId: string): ResendOutcome {
  const { state, plan } = change;
  const before = state.notifications[notificationId];
  if (!before) return refuse('not-found', 'There is no such notification.');
  if (!isSettled(before.state)) return refuse('conflict', 'It is still on its way and is tried again by itself.');
  const isPaging = state.status === 'OPEN' || state.status === 'ESCALATED';
  if (before.intent === 'page' && !isPaging)
    return refuse('conflict', `The incident is ${state.status.toLowerCase()}: nobody is paged for it any more.`);
  const person = plan.people[before.userId];
  const method = person?.methods.find(({ id }) => id === before.methodId);
  if (person?.status !== 'ACTIVE') return refuse('conflict', `${before.userName} is not active any more.`);
  if (!method?.verified || !method.enabled)
    return refuse('conflict', `${before.userName} does not use this contact method any more.`);
  state.wave += 1;
  const { userId, userName, methodId, channel, rung, step, cycle, intent, content } = before;
  logAsActor(change, 'notification-resent', { notificationId, userName, channel, intent });
  const page = { rung, methodId, channel, value: method.value, delaySeconds: 0, userId, step, cycle };
  notify(change, { ...page, wave: state.wave, why: content.why }, intent);
  const made = Object.values(state.notifications).find(({ wave }) => wave === state.wave);
  return { kind: 'resent', notificationId: made?.id ?? notificationId };
}
