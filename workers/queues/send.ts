import { randomBytes } from '../access/bytes';
import { configOf } from '../config';
import type { Env } from '../env';
import { failQueueByChance } from '../faults';
import { bindingOf, type NotificationMessage, queueOfMessage } from './messages';

/** Puts one message on the queue of its channel. Throws when the queue does not take it. */
export async function enqueue(env: Env, message: NotificationMessage): Promise<void> {
  failQueueByChance(configOf(env), (randomBytes(1)[0] ?? 0) / 256);
  await env[bindingOf(queueOfMessage(message))].send(message);
}
