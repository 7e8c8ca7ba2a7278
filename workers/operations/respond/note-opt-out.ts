import { markMethod, verifiedMethodsAt } from '../../../db/repositories/method-problems';
import type { Context } from '../../context';
import type { InboundText } from './reply';

/**
 * A number that was written STOP from takes no more texts until START: that is said beside the contact method of everyone
 * who has it, because their operator now refuses what we send there.
 */
export async function noteOptOut(
  { db, now }: Context,
  { channel, number }: Pick<InboundText, 'channel' | 'number'>,
  stopped: boolean,
): Promise<void> {
  const reason = 'STOP was sent from this number, so no texts get there. Write START from it to take them again.';
  const problem = stopped ? { reason, at: now } : null;
  const methods = await verifiedMethodsAt(db, channel, number);
  await Promise.all(methods.map((methodId) => markMethod(db, { methodId, value: number, problem })));
}
