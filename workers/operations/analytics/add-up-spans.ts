import { runBatch } from '../../../db/repositories/batch';
import { claimSpan, putSpan, spansToAddUp } from '../../../db/repositories/rollup-spans';
import { cellsIn } from '../../../db/repositories/rollups';
import { daysOfSpan, joinCells, settledSpans } from '../../../domain/analytics/span';
import type { Context } from '../../context';

/**
 * Adds up the days of at most `limit` spans that are over and not added up, or of which a day has changed since, the
 * newest first. Answers how many. A day that changes while its span is read lets go of the claim, and the span is done again by the next run.
 */
export async function addUpSpans({ db, now }: Context, limit: number): Promise<number> {
  const spans = await spansToAddUp(db, settledSpans(now).toReversed(), limit);
  for (const span of spans) {
    await runBatch(db, [claimSpan(db, span, now)]);
    await runBatch(db, putSpan(db, span, now, joinCells(await cellsIn(db, daysOfSpan(span)))));
  }
  return spans.length;
}
