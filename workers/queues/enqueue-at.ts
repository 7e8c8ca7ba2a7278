import { type Instant, SECOND } from '../../domain/shared/time';
import type { Env } from '../env';
import { reasonOf } from '../operations/plan/reason';
import type { QueueBody } from './messages';
import { enqueue } from './send';

/** A queue holds nothing back for longer than half a day; the sweep finds what is due after that. */
const LONGEST_DELAY_SECONDS = 12 * 60 * 60;

/** Puts a message on its queue for a later time. What the queue does not take waits for the sweep. */
export async function enqueueAt(env: Env, body: QueueBody, at: Instant): Promise<void> {
  const delaySeconds = Math.max(0, Math.ceil((at - Date.now()) / SECOND));
  if (delaySeconds > LONGEST_DELAY_SECONDS) return;
  try {
    await enqueue(env, body, delaySeconds);
  } catch (error) {
    console.warn(`${JSON.stringify(body)} waits for the sweep: ${reasonOf(error)}`);
  }
}
