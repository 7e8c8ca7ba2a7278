import { runBatch } from '../../../db/repositories/batch';
import { recordRemoval, removeOver } from '../../../db/repositories/expiry';
import { incidentsWithDetails, removeDetails, retentionOf } from '../../../db/repositories/retention';
import { removedBefore } from '../../../domain/organisation/retention';
import type { Context } from '../../context';

/** Of each kind in one run: `incidents` lose their details, `rows` of the others go. */
export type SweepLimits = { incidents: number; rows: number };

/**
 * Every minute: takes what is older than it is kept, the oldest first. Open incidents and messages under way are never
 * touched; doing it again takes the next ones. Answers how many incidents it took.
 */
export async function sweepRetention(context: Context, { incidents, rows }: SweepLimits): Promise<number> {
  const { db, now } = context;
  const kept = await retentionOf(db);
  for (const kind of ['messageDays', 'webhookDays', 'changeDays'] as const) {
    const before = removedBefore(kind, kept[kind], now);
    if (before !== null) await runBatch(db, removeOver(db, kind, before, rows));
  }
  const auditBefore = removedBefore('auditDays', kept.auditDays, now);
  if (auditBefore !== null)
    await runBatch(db, [recordRemoval(context, auditBefore, rows), ...removeOver(db, 'auditDays', auditBefore, rows)]);
  const before = removedBefore('incidentDays', kept.incidentDays, now);
  if (before === null) return 0;
  const ids = await incidentsWithDetails(db, before, incidents);
  if (ids.length > 0) await runBatch(db, removeDetails(db, ids, now));
  return ids.length;
}
