import type { Context } from '../../context';
import type { QueueBody } from '../../queues/messages';
import { enqueueAll } from '../../queues/send';
import { reasonOf } from '../plan/reason';

/** Puts questions on their queue after the answer; those that it does not take, the sweep finds. */
export function enqueueSoon({ env, waitUntil }: Context, bodies: readonly QueueBody[]): void {
  waitUntil(
    enqueueAll(env, bodies).catch((error) => {
      console.warn(`${bodies.length} questions to subscribers wait for the sweep: ${reasonOf(error)}`);
    }),
  );
}
