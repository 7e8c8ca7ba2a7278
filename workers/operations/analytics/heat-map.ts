import { zonesOfPeople } from '../../../db/repositories/fact-records';
import { interruptionCounts } from '../../../db/repositories/interruption-counts';
import { refuse } from '../../../domain/access/permissions';
import type { Period } from '../../../domain/analytics/day';
import { type HeatMapInput, type Narrowed, periodOf } from '../../../domain/analytics/filter';
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
  const { counts, zoneOf } = await countsWithZones(db, periodOf({ days, from, to }, now), filter, userId);
  return ok(heatMapOf(counts, zoneOf));
}

/** What the heat map of a period is made of, and each one's zone. */
export async function countsWithZones(db: Context['db'], period: Period, filter: Narrowed, userId?: string) {
  const counts = await interruptionCounts(db, period, filter, userId);
  const zones = await zonesOfPeople(db, [...new Set(counts.map((one) => one.userId))]);
  return { counts, zoneOf: (user: string): string => zones.get(user) ?? NO_ZONE };
}
