import { randomBytes } from '../access/bytes';
import { configOf } from '../config';
import type { Env } from '../env';
import { failQueueByChance } from '../faults';
import { bindingOf, type QueueBody, queueOfMessage } from './messages';

/** Puts one message on the queue of its channel, now or in a while. Throws when the queue does not take it. */
export async function enqueue(env: Env, message: QueueBody, delaySeconds = 0): Promise<void> {
  failQueueByChance(configOf(env), (randomBytes(1)[0] ?? 0) / 256);
  await env[bindingOf(queueOfMessage(message))].send(message, { delaySeconds });
}
