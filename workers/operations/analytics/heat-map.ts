import { zonesOfPeople } from '../../../db/repositories/fact-records';
import { interruptionCounts } from '../../../db/repositories/interruption-counts';
import { refuse } from '../../../domain/access/permissions';
import { type HeatMapInput, periodOf } from '../../../domain/analytics/filter';
import { type HeatMap, heatMapOf } from '../../../domain/analytics/heat-map';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

/** Somebody whose account is gone has no clock of their own any more. */
const NO_ZONE = 'UTC';

/** Interruptions by weekday and hour, on the clock of whoever was interrupted. Failures: forbidden. */
export async function heatMap(
  { actor, db, now }: Context,
  { days, from, to, userId, ...filter }: HeatMapInput,
): Promise<Result<HeatMap>> {
  const refused = refuse(actor, 'incident.read');
  if (refused) return err(refused);
  const counts = await interruptionCounts(db, periodOf({ days, from, to }, now), filter, userId);
  const zones = await zonesOfPeople(db, [...new Set(counts.map((one) => one.userId))]);
  return ok(heatMapOf(counts, (user) => zones.get(user) ?? NO_ZONE));
}
