import type { ReportWithUpdates } from '../../../db/repositories/status-reports';
import type { ReportUpdate, StatusReport } from '../../../domain/status-page/report';

/** A report with its updates, newest first, and where visitors read it. */
export type ReportView = StatusReport & { isDraft: boolean; updates: Omit<ReportUpdate, 'reportId'>[] };

export const viewOf = ({ report, updates }: ReportWithUpdates): ReportView => ({
  ...report,
  isDraft: report.publishedAt === null,
  updates: updates
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .map(({ reportId: _report, ...update }) => update),
});
