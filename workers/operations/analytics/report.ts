import { namesOf } from '../../../db/repositories/names';
import { partsIn } from '../../../db/repositories/rollup-spans';
import { refuse } from '../../../domain/access/permissions';
import { periodBefore } from '../../../domain/analytics/day';
import { type AnalyticsInput, periodOf } from '../../../domain/analytics/filter';
import { type Report, reportOf } from '../../../domain/analytics/report';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

/** A report with the names of whatever it tells of, by id. */
export type NamedReport = Report & { names: Record<string, string> };

/** All figures of a period under a filter, beside those of the period before. Failures: forbidden. */
export async function analyticsReport(
  { actor, db, now }: Context,
  { days, from, to, ...filter }: AnalyticsInput,
): Promise<Result<NamedReport>> {
  const refused = refuse(actor, 'incident.read');
  if (refused) return err(refused);
  const period = periodOf({ days, from, to }, now);
  const parts = await partsIn(db, [periodBefore(period), period], filter);
  const report = reportOf(parts, period, now);
  const ids = (groups: { id: string | null }[]) => groups.flatMap(({ id }) => (id === null ? [] : [id]));
  const named = await Promise.all([
    namesOf(db, 'SERVICE', ids(report.services)),
    namesOf(db, 'TEAM', ids(report.teams)),
    namesOf(
      db,
      'USER',
      report.people.map(({ userId }) => userId),
    ),
  ]);
  return ok({ ...report, names: Object.fromEntries(named.flat().map(({ id, name }) => [id, name])) });
}
