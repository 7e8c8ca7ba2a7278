import type { Env } from '../../env';
import { enqueue } from '../../queues/send';
import { reasonOf } from '../plan/reason';

/** Puts a delivery on the queue; where the queue does not take it, the sweep finds it. */
export async function enqueueDelivery(env: Env, deliveryId: string): Promise<void> {
  try {
    await enqueue(env, { kind: 'webhook', deliveryId });
  } catch (error) {
    console.warn(`webhook delivery ${deliveryId} waits for the sweep: ${reasonOf(error)}`);
  }
}
