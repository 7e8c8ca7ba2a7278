import { type NamedKey, openersOf, repeatKeys } from '../../../db/repositories/incident-facts';
import { namesOf } from '../../../db/repositories/names';
import { refuse } from '../../../domain/access/permissions';
import type { Period } from '../../../domain/analytics/day';
import { type AnalyticsInput, periodOf } from '../../../domain/analytics/filter';
import { nightCulprits } from '../../../domain/analytics/noise';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

/** More keys than that say no more about who wakes people. */
const MOST = 1000;
/** "3 alerts caused 70 % of night pages" */
const MUCH = 0.7;

export type NoiseReport = {
  period: Period;
  /**
   * The keys that interrupted most, at most 50, each with the title of its newest incident and the integration that one
   * came by: its routing rules decide how hard the next is told of. Null where it is gone, or was declared by a person.
   */
  keys: (Omit<NamedKey, 'newestId'> & { serviceName: string; integrationId: string | null })[];
  /** How few keys made at least 70 % of the interruptions in sleep hours; null: there were none. */
  nights: { keys: number; part: number } | null;
};

/** What kept coming back in a period. Failures: forbidden. */
export async function noiseReport(
  { actor, db, now }: Context,
  { days, from, to, ...filter }: AnalyticsInput,
): Promise<Result<NoiseReport>> {
  const refused = refuse(actor, 'incident.read');
  if (refused) return err(refused);
  const period = periodOf({ days, from, to }, now);
  const keys = await repeatKeys(db, period, filter, MOST);
  const shown = keys.slice(0, 50);
  const [names, openers] = await Promise.all([
    namesOf(
      db,
      'SERVICE',
      shown.map(({ serviceId }) => serviceId),
    ),
    openersOf(
      db,
      shown.map(({ newestId }) => newestId),
    ),
  ]);
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return ok({
    period,
    keys: shown.map(({ newestId, ...key }) => ({
      ...key,
      serviceName: nameOf.get(key.serviceId) ?? key.serviceId,
      integrationId: openers.get(newestId) ?? null,
    })),
    nights: nightCulprits(keys, MUCH),
  });
}
