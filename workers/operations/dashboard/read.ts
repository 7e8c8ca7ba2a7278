import { namesOf } from '../../../db/repositories/names';
import { type Panel, reportKey, sharedReports } from '../../../domain/analytics/dashboard';
import type { HeatMap } from '../../../domain/analytics/heat-map';
import type { IdInput } from '../../../domain/shared/input';
import { ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { heatMap } from '../analytics/heat-map';
import { analyticsReport, type NamedReport } from '../analytics/report';
import { type DashboardView, seenDashboard } from './own';

/** One panel with what it shows; names of what it is narrowed to, null where it is gone. */
export type FilledPanel = Panel & {
  serviceName: string | null;
  teamName: string | null;
  report: NamedReport;
  heatMap: HeatMap | null;
};

export type FilledDashboard = Omit<DashboardView, 'panels'> & { ownerName: string; panels: FilledPanel[] };

const narrowed = ({ days, serviceId, teamId }: Pick<Panel, 'days' | 'serviceId' | 'teamId'>) => ({
  days,
  ...(serviceId ? { serviceId } : {}),
  ...(teamId ? { teamId } : {}),
});

/** A dashboard with its figures as of now; panels about the same incidents share one report. Failures: forbidden, not-found. */
export async function readDashboard(context: Context, { id }: IdInput): Promise<Result<FilledDashboard>> {
  const seen = await seenDashboard(context, id);
  if (!seen.ok) return seen;
  const { panels, ...dashboard } = seen.value;
  const reports = new Map<string, NamedReport>();
  for (const { key, narrowing } of sharedReports(panels)) {
    const report = await analyticsReport(context, narrowed(narrowing));
    if (!report.ok) return report;
    reports.set(key, report.value);
  }
  const maps = new Map<string, HeatMap>();
  for (const { key, narrowing } of sharedReports(panels.filter(({ subject }) => subject === 'heat-map'))) {
    const map = await heatMap(context, narrowed(narrowing));
    if (!map.ok) return map;
    maps.set(key, map.value);
  }
  const { db } = context;
  const ids = (of: (panel: Panel) => string | null) => panels.flatMap((panel) => of(panel) ?? []);
  const [services, teams, owners] = await Promise.all([
    namesOf(
      db,
      'SERVICE',
      ids(({ serviceId }) => serviceId),
    ),
    namesOf(
      db,
      'TEAM',
      ids(({ teamId }) => teamId),
    ),
    namesOf(db, 'USER', [dashboard.ownerId]),
  ]);
  const nameOf = new Map([...services, ...teams].map(({ id: of, name }) => [of, name]));
  return ok({
    ...dashboard,
    ownerName: owners[0]?.name ?? '',
    panels: panels.flatMap((panel) => {
      const report = reports.get(reportKey(panel));
      if (!report) return [];
      return {
        ...panel,
        serviceName: nameOf.get(panel.serviceId ?? '') ?? null,
        teamName: nameOf.get(panel.teamId ?? '') ?? null,
        report,
        heatMap: panel.subject === 'heat-map' ? (maps.get(reportKey(panel)) ?? null) : null,
      };
    }),
  });
}
