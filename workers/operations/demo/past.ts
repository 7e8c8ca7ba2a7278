import { runBatch } from '../../../db/repositories/batch';
import { DEMO_PAST, demoHistory } from '../../../db/seed/demo-history';
import { insertDemoPostmortems } from '../../../db/seed/demo-postmortems';
import { insertHistory, removeHistory } from '../../../db/seed/insert-history';
import type { Context } from '../../context';
import { rollUp } from '../analytics/roll-up';

/** Enough for all of them, and for what was due already. */
const BATCHES = 10;

/** Writes the demo's last 90 days into the read model, in place of those of an earlier load, and counts them. */
export async function loadDemoPast(context: Context): Promise<void> {
  const { db, now } = context;
  const past = demoHistory(now);
  await runBatch(db, [
    ...removeHistory(db, DEMO_PAST),
    ...insertHistory(db, past),
    ...insertDemoPostmortems(db, past, now),
  ]);
  await rollUp(context, BATCHES);
}
