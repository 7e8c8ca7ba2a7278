import { coversToRemind, expiredCovers } from '../../../db/repositories/cover-requests';
import type { Context } from '../../context';
import { reasonOf } from '../plan/reason';
import { changeCover } from './change';

/**
 * Ends open requests whose shift has begun, telling who asked, and reminds of those whose time for it has come; at most
 * `limit` of each. For the cron of every minute.
 */
export async function dueCovers(context: Context, limit: number): Promise<void> {
  const { db, now } = context;
  await each(context, 'expire', await expiredCovers(db, now, limit));
  await each(context, 'remind', await coversToRemind(db, now, limit));
}

async function each(context: Context, kind: 'expire' | 'remind', ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    try {
      await changeCover(context, id, { kind });
    } catch (error) {
      console.warn(`cover request ${id} waits for the next minute: ${reasonOf(error)}`);
    }
  }
}
