import { DayCharts } from '~/components/analytics/day-charts';
import { FigureList, FigureWords } from '~/components/analytics/figure-list';
import { AnalyticsFiles } from '~/components/analytics/files';
import { analyticsLink } from '~/components/analytics/filter';
import { AnalyticsFilters, PeriodBar } from '~/components/analytics/frame';
import { GroupTable } from '~/components/analytics/group-table';
import { loadReport } from '~/components/analytics/load.server';
import { PeopleTable } from '~/components/analytics/people-table';
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
  const [page, team] = await Promise.all([loadReport(args, { team: id }), operationsOf(context).team.get({ id })]);
  return { ...page, id, name: unwrap(team, { context, request }).name };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Analytics of ${data?.name ?? 'a team'}`);

export default function AnalyticsTeam() {
  const { id, name, report, filter, links, services, teams } = useLoaderData<typeof loader>();
  const nameOf = (one: string | null): string => (one === null ? 'None' : (report.names[one] ?? one));
  return (
    <>
      <Breadcrumbs trail={[{ to: analyticsLink('/analytics', { ...filter, team: '' }), word: 'Analytics' }]} />
      <PageHeader title={name}>
        <LinkButton to={`/teams/${encodeURIComponent(id)}`}>The team</LinkButton>
      </PageHeader>
      <PeriodBar filter={filter} period={report.period} />
      <AnalyticsFilters filter={filter} services={services} teams={teams} without="team" />
      <Section title="Figures">
        <FigureList label="Figures" figures={report.figures} before={report.figuresBefore} filter={links} />
      </Section>
      <FigureWords />
      <DayCharts days={report.days} />
      <Section title="Services">
        <GroupTable
          label="Services"
          what="Service"
          groups={report.services}
          nameOf={nameOf}
          pathOf={(one) => analyticsLink(`/analytics/services/${encodeURIComponent(one)}`, { ...filter, team: '' })}
          filter={links}
          narrow={(one) => ({ service: one })}
        />
      </Section>
      <Section title="People">
        <PeopleTable people={report.people.map((one) => ({ ...one, name: nameOf(one.userId) }))} filter={links} />
      </Section>
      <AnalyticsFiles filter={links} />
    </>
  );
}
