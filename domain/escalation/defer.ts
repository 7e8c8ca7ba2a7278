import { hashedId } from '../shared/hash';
import type { Instant } from '../shared/time';
import { type Change, log, setTimer } from './change';
import { mark, notify } from './notify';
import type { PendingRung } from './timers';

/**
 * A page that a person's quiet hours hold back goes out at their end, if the incident still looks for somebody then. A
 * method that is held already for this incident is not held twice: cycles of the night make one page in the morning.
 */
export function defer(change: Change, page: PendingRung, until: Instant, reason: string): void {
  const id = `held:${page.userId}:${page.methodId}`;
  if (id in change.state.timers) return;
  setTimer(change, { id, kind: 'rung', at: until, rung: { ...page, isHeld: true } });
  const { userId, channel } = page;
  log(change, 'notification-deferred', { userName: change.plan.people[userId]?.name, channel, until, reason });
}

/**
 * A page of low urgency that its person reads in a digest. It stands in the log as BUNDLED; the digest itself is a message
 * of its own. An incident is told in a person's digest once, however often its policy comes round.
 */
export function digest(change: Change, page: PendingRung, dueAt: Instant, reason: string): void {
  const { state, plan, now } = change;
  state.digested ??= {};
  const told = state.digested;
  if ((told[page.userId] ?? 0) > now) return;
  const before = new Set(Object.keys(state.notifications));
  notify(change, page);
  const made = Object.values(state.notifications).find((one) => !before.has(one.id));
  if (!made) return;
  told[page.userId] = dueAt;
  // It needs no sender: what `notify` arranged for one is taken back.
  change.effects = change.effects.filter((effect) => !(effect.kind === 'enqueue' && effect.notificationId === made.id));
  mark(change, made, 'BUNDLED', reason);
  const { id, userId, userName } = made;
  const item = {
    id: hashedId('dig', [id]),
    userId,
    incidentId: state.id,
    title: state.title,
    serviceName: plan.service.name,
    at: now,
    dueAt,
  };
  change.effects.push({ kind: 'digest', item });
  log(change, 'notification-digested', { notificationId: id, userName, at: dueAt, reason });
}
