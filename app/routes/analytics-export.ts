import { analyticsQuery, readAnalyticsFilter } from '~/components/analytics/filter';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import type { LoaderFunctionArgs } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { dayText } from '../../domain/analytics/day';
import { textOfPeriod } from '../../domain/analytics/report';
import { CSV_PARTS } from '../../domain/analytics/report-csv';

const file = (name: string, type: string, text: string): Response =>
  new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });

/** A part of the figures as CSV, the compliance of a month (`part=sla`), or all of the report as JSON. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const where = { context, request };
  const { analytics } = operationsOf(context);
  const { searchParams } = new URL(request.url);
  const filter = readAnalyticsFilter(searchParams);
  const asked = analyticsQuery(filter);
  const wanted = searchParams.get('part');
  if (wanted === 'sla') {
    const { serviceId, teamId } = asked;
    const month = searchParams.get('month');
    const { name, text } = unwrap(
      await analytics.complianceCsv({ serviceId, teamId, ...(month && /^\d{4}-\d{2}$/.test(month) ? { month } : {}) }),
      where,
    );
    return file(name, 'text/csv', text);
  }
  if (wanted === 'json') {
    const report = unwrap(await analytics.report(asked), where);
    const period = textOfPeriod(report.period);
    const days = report.days.map(({ day, ...counts }) => ({ day: dayText(day), ...counts }));
    const all = { ...report, period, before: textOfPeriod(report.before), days };
    return file(`analytics-${period.from}-${period.to}.json`, 'application/json', `${JSON.stringify(all, null, 2)}\n`);
  }
  const part = CSV_PARTS.find((one) => one === wanted) ?? 'figures';
  const { name, text } = unwrap(await analytics.csv({ ...asked, part }), where);
  return file(name, 'text/csv', text);
}
