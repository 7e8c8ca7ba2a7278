import { configOf } from '../config';
import type { Env } from '../env';
import { failShareOfSends } from '../faults';
import { bindingOf, type QueueBody, queueOfMessage } from './messages';

/** Puts one message on the queue of its channel, now or in a while. Throws when the queue does not take it. */
export async function enqueue(env: Env, message: QueueBody, delaySeconds = 0): Promise<void> {
  failShareOfSends(configOf(env));
  await env[bindingOf(queueOfMessage(message))].send(message, { delaySeconds });
}

/** A queue takes at most so many messages at once. */
const AT_ONCE = 100;

/** Puts many messages on their queues, as few calls as that takes. Throws when a queue does not take some of them. */
export async function enqueueAll(env: Env, messages: readonly QueueBody[]): Promise<void> {
  failShareOfSends(configOf(env));
  for (const [queue, some] of Map.groupBy(messages, queueOfMessage)) {
    for (let i = 0; i < some.length; i += AT_ONCE) {
      await env[bindingOf(queue)].sendBatch(some.slice(i, i + AT_ONCE).map((body) => ({ body })));
    }
  }
}
