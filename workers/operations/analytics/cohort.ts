import {
  type CohortCounts,
  type CohortFilter,
  type CohortIncident,
  countCohort,
  listCohort,
} from '../../../db/repositories/cohorts';
import { refuse } from '../../../domain/access/permissions';
import { type CohortInput, periodOf } from '../../../domain/analytics/filter';
import { countsOfCell } from '../../../domain/analytics/heat-map';
import type { Page } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';
import { countsWithZones } from './heat-map';

/** The incidents that a figure was made of, newest first, with how many there are. Failures: forbidden, invalid (cursor). */
export async function analyticsIncidents(
  { actor, db, now }: Context,
  { days, from, to, limit, cursor, weekday, hour, ...rest }: CohortInput,
): Promise<Result<Page<CohortIncident> & { counts: CohortCounts }>> {
  const refused = refuse(actor, 'incident.read');
  if (refused) return err(refused);
  const period = periodOf({ days, from, to }, now);
  const filter: CohortFilter = { ...rest, period };
  if (weekday !== undefined && hour !== undefined) {
    // No database knows people's zones: which quarters of an hour they are is found out here.
    const { counts, zoneOf } = await countsWithZones(db, period, rest, rest.userId);
    filter.moments = countsOfCell(counts, zoneOf, { weekday, hour });
    if (filter.cohort === 'all') filter.cohort = 'interrupting';
  }
  const [page, counts] = await Promise.all([
    listCohort(db, filter, { limit, cursor }, now),
    countCohort(db, filter, now),
  ]);
  const found = pageResult(page);
  return found.ok ? ok({ ...found.value, counts }) : found;
}
