import { runBatch } from '../../../db/repositories/batch';
import { incidentsWithDetails, removeDetails, retentionOf } from '../../../db/repositories/retention';
import { removedBefore } from '../../../domain/organisation/retention';
import type { Context } from '../../context';

/**
 * Every minute: takes the details of at most `limit` incidents that were resolved longer ago than they are kept, the
 * oldest first. Open ones are never touched. Answers how many it took; doing it again takes the next ones.
 */
export async function sweepRetention({ db, now }: Context, limit: number): Promise<number> {
  const before = removedBefore(await retentionOf(db), now);
  if (before === null) return 0;
  const ids = await incidentsWithDetails(db, before, limit);
  if (ids.length > 0) await runBatch(db, removeDetails(db, ids, now));
  return ids.length;
}
