import { Budget } from '~/components/analytics/budget';
import { ChannelTable } from '~/components/analytics/channel-table';
import { DayCharts } from '~/components/analytics/day-charts';
import { FigureList, FigureWords } from '~/components/analytics/figure-list';
import { AnalyticsFiles } from '~/components/analytics/files';
import { analyticsLink, analyticsQuery } from '~/components/analytics/filter';
import { AnalyticsFilters, PeriodBar } from '~/components/analytics/frame';
import { GroupTable } from '~/components/analytics/group-table';
import { loadReport } from '~/components/analytics/load.server';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { PageHeader, Section } from '~/ui/page';

export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const id = params.id ?? '';
  const where = { context, request };
  const page = await loadReport(args, { service: id, team: '' });
  const { analytics, name } = operationsOf(context);
  const { serviceId: _service, teamId: _team, ...asked } = analyticsQuery(page.filter);
  const [budget, named] = await Promise.all([
    analytics.budget({ ...asked, serviceId: id }),
    name.of({ kind: 'SERVICE', ids: [id] }),
  ]);
  // A service that was deleted still has figures; one that never was is not found.
  const [found] = unwrap(named, where);
  return { ...page, id, name: found?.name ?? id, budget: unwrap(budget, where) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Analytics of ${data?.name ?? 'a service'}`);

export default function AnalyticsService() {
  const { id, name, report, filter, links, budget, services, teams } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs trail={[{ to: analyticsLink('/analytics', { ...filter, service: '' }), word: 'Analytics' }]} />
      <PageHeader title={name}>
        <LinkButton to={`/services/${encodeURIComponent(id)}`}>The service</LinkButton>
      </PageHeader>
      <PeriodBar filter={filter} period={report.period} />
      <AnalyticsFilters filter={filter} services={services} teams={teams} without="service" />
      <Section title="Figures">
        <FigureList label="Figures" figures={report.figures} before={report.figuresBefore} filter={links} />
      </Section>
      <FigureWords />
      <Section title="Error budget">
        <Budget budget={budget} />
      </Section>
      <DayCharts days={report.days} />
      <Section title="Priorities">
        <GroupTable
          label="Priorities"
          what="Priority"
          groups={report.priorities}
          nameOf={(one) => one ?? 'None'}
          filter={links}
          narrow={(one) => ({ priority: one as 'P1' })}
        />
      </Section>
      <Section title="Messages">
        <ChannelTable channels={report.channels} />
      </Section>
      <AnalyticsFiles filter={links} />
    </>
  );
}
