import { runBatch } from '../../../db/repositories/batch';
import { insertDigestItem } from '../../../db/repositories/digest-items';
import { markMethod } from '../../../db/repositories/method-problems';
import type { Effect } from '../../../domain/escalation/change';
import type { Listeners } from '../../../domain/incident/projection';
import { databaseOf } from '../../database';
import { endGoneDevice } from '../../end-device';
import type { Env } from '../../env';
import { noteHealth } from '../../health';
import { enqueue } from '../../queues/send';
import { type DeliveryPort, deliver } from '../../senders/deliver';
import type { IncidentPort } from '../ports';
import { inboxPort, incidentPort, personPort } from '../stubs';
import { announce } from './announce';
import { handOver } from './merge';
import { dueEffects, LATER_MS, postponeEffect, removeEffect, type Stored } from './store';

/**
 * Milliseconds until a failed effect is tried again: 1 s, 2 s, 4 s … 30 s. A page comes on its queue within ten seconds
 * of its recovery (F4), so that is asked every eight.
 */
const effectDelay = ({ kind }: Effect, attempts: number): number =>
  Math.min(1000 * 2 ** attempts, kind === 'enqueue' ? 8_000 : 30_000);

/** What carrying out an effect asks of the incident itself. */
export type EffectPort = DeliveryPort & Pick<IncidentPort, 'apply'>;

async function perform(
  sql: SqlStorage,
  env: Env,
  effect: Effect,
  { state, plan }: Stored,
  port: EffectPort,
  listeners: Listeners | null,
): Promise<'done' | 'later'> {
  switch (effect.kind) {
    case 'enqueue': {
      const notification = state.notifications[effect.notificationId];
      if (!notification) return 'done';
      const { id: notificationId, channel } = notification;
      await enqueue(env, { kind: 'notification', incidentId: state.id, notificationId, channel });
      return 'done';
    }
    case 'send-directly':
      await endGoneDevice(env, await deliver(env, port, effect.notificationId));
      return 'done';
    case 'release':
      await inboxPort(env, effect.inbox).release(effect.dedupKey, state.id);
      return 'done';
    case 'digest':
      await runBatch(databaseOf(env), [insertDigestItem(databaseOf(env), effect.item)]);
      return 'done';
    case 'release-bundle': {
      const { userId, channel, number, notificationId, reason } = effect;
      await personPort(env, userId).releaseBundle({ channel, number, notificationId, reason });
      return 'done';
    }
    case 'mark-method':
      await markMethod(databaseOf(env), effect);
      return 'done';
    case 'hold':
      await inboxPort(env, effect.inbox).hold(effect.dedupKey, state.id);
      return 'done';
    case 'redirect':
      await inboxPort(env, effect.inbox).redirect(effect);
      return 'done';
    case 'hand-over':
      await handOver(sql, env, effect, port);
      return 'done';
    case 'take-back':
      await incidentPort(env, effect.to).apply({ kind: 'give-back', taken: effect.taken }, effect.by);
      return 'done';
    case 'announce':
      return announce(sql, env, effect, { state, plan }, listeners);
  }
}

/** Carries out an effect that no row could be written for; when it fails, the look after 30 seconds is what is left. */
export async function carryOut(
  sql: SqlStorage,
  env: Env,
  effect: Effect,
  stored: Stored,
  port: EffectPort,
): Promise<void> {
  try {
    await perform(sql, env, effect, stored, port, null);
  } catch (error) {
    console.error(`effect ${effect.kind} of ${stored.state.id} failed and is not kept: ${String(error)}`);
  }
}

/**
 * Carries out what is due, all at once so that a slow provider does not hold up a queue; what fails stays and is
 * tried again. `inFlight` holds what is under way; `listeners` what the read model has just said. Answers whether there
 * was anything to begin.
 */
export async function drainEffects(
  sql: SqlStorage,
  env: Env,
  stored: Stored,
  port: EffectPort,
  inFlight: Set<number>,
  listeners: Listeners | null,
): Promise<boolean> {
  const due = dueEffects(sql, Date.now()).filter(({ id }) => !inFlight.has(id));
  await Promise.all(
    due.map(async ({ id, attempts, effect }) => {
      inFlight.add(id);
      try {
        const done = await perform(sql, env, effect, stored, port, listeners);
        if (done === 'done') removeEffect(sql, id);
        else postponeEffect(sql, id, Date.now() + LATER_MS);
      } catch (error) {
        console.warn(`effect ${effect.kind} of ${stored.state.id} failed: ${String(error).split('\n', 1)[0]}`);
        postponeEffect(sql, id, Date.now() + effectDelay(effect, attempts));
        if (effect.kind === 'enqueue') void noteHealth(env, 'queue-failed', attempts);
      } finally {
        inFlight.delete(id);
      }
    }),
  );
  return due.length > 0;
}
