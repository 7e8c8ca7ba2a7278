import { expiredCovers } from '../../../db/repositories/cover-requests';
import type { Context } from '../../context';
import { reasonOf } from '../plan/reason';
import { changeCover } from './change';

/** Ends open requests whose shift has begun, and tells who asked; at most `limit`. For the cron of every minute. */
export async function expireCovers(context: Context, limit: number): Promise<number> {
  let ended = 0;
  for (const id of await expiredCovers(context.db, context.now, limit)) {
    try {
      if ((await changeCover(context, id, { kind: 'expire' })).ok) ended += 1;
    } catch (error) {
      console.warn(`cover request ${id} waits for the next minute: ${reasonOf(error)}`);
    }
  }
  return ended;
}
