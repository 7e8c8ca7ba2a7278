import { configOf } from '../config';
import type { Env } from '../env';
import { failShareOfSends } from '../faults';
import { bindingOf, type QueueBody, queueOfMessage } from './messages';

/** Puts one message on the queue of its channel, now or in a while. Throws when the queue does not take it. */
export async function enqueue(env: Env, message: QueueBody, delaySeconds = 0): Promise<void> {
  failShareOfSends(configOf(env));
  await env[bindingOf(queueOfMessage(message))].send(message, { delaySeconds });
}

/** As many as a queue takes in one call; ours are far below its 256 KB. */
const MOST_AT_ONCE = 100;

/**
 * Puts many messages on their queues, a hundred in one call, so that telling everybody costs few requests. Never throws:
 * answers how many a queue did not take, which the sweep has to find.
 */
export async function enqueueMany(env: Env, messages: readonly QueueBody[]): Promise<number> {
  const byQueue = Map.groupBy(messages, queueOfMessage);
  let left = 0;
  for (const [queue, bodies] of byQueue)
    for (let i = 0; i < bodies.length; i += MOST_AT_ONCE) {
      const part = bodies.slice(i, i + MOST_AT_ONCE);
      try {
        failShareOfSends(configOf(env));
        await env[bindingOf(queue)].sendBatch(part.map((body) => ({ body })));
      } catch {
        left += part.length;
      }
    }
  return left;
}
