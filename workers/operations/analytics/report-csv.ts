import type { AnalyticsInput } from '../../../domain/analytics/filter';
import { textOfPeriod } from '../../../domain/analytics/report';
import { type CsvPart, reportAsCsv } from '../../../domain/analytics/report-csv';
import { ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { analyticsReport } from './report';

/** One part of a report as a file. Failures: forbidden. */
export async function analyticsCsv(
  context: Context,
  { part, ...input }: AnalyticsInput & { part: CsvPart },
): Promise<Result<{ name: string; text: string }>> {
  const report = await analyticsReport(context, input);
  if (!report.ok) return report;
  const { from, to } = textOfPeriod(report.value.period);
  const text = reportAsCsv(report.value, part, (id) => report.value.names[id] ?? id);
  return ok({ name: `${part}-${from}-${to}.csv`, text });
}
