import { choicesOrNone } from '~/lib/choices';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import type { LoaderFunctionArgs } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { type AnalyticsFilter, analyticsQuery, fixed, readAnalyticsFilter } from './filter';

/** The report behind a page, narrowed by `own` besides what the address says, with what can be chosen there. */
export async function loadReport({ context, request }: LoaderFunctionArgs, own: Partial<AnalyticsFilter> = {}) {
  requireViewer(context, request);
  const { analytics, service, team } = operationsOf(context);
  const asked = readAnalyticsFilter(new URL(request.url).searchParams);
  const filter = { ...asked, ...own };
  const [report, services, teams] = await Promise.all([
    analytics.report(analyticsQuery(filter)),
    choicesOrNone(service.list),
    choicesOrNone(team.list),
  ]);
  return {
    report: unwrap(report, { context, request }),
    /** As the address has it. */
    filter: asked,
    /** With dates instead of a number of days, and narrowed: for links to the incidents behind a number. */
    links: fixed(filter, context.now),
    services,
    teams,
  };
}
