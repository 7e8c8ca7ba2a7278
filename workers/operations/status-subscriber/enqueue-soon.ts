import type { Context } from '../../context';
import type { QueueBody } from '../../queues/messages';
import { enqueueMany } from '../../queues/send';

/** Puts questions on their queue after the answer; those that it does not take, the sweep finds. */
export function enqueueSoon({ env, waitUntil }: Context, bodies: readonly QueueBody[]): void {
  waitUntil(
    enqueueMany(env, bodies).then((left) => {
      if (left > 0) console.warn(`${left} questions to subscribers wait for the sweep`);
    }),
  );
}
