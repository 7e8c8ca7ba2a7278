import { ChannelTable } from '~/components/analytics/channel-table';
import { DayCharts } from '~/components/analytics/day-charts';
import { FigureList, FigureWords } from '~/components/analytics/figure-list';
import { AnalyticsFiles } from '~/components/analytics/files';
import { analyticsLink } from '~/components/analytics/filter';
import { AnalyticsFilters, AnalyticsHeader, PeriodBar } from '~/components/analytics/frame';
import { GroupTable } from '~/components/analytics/group-table';
import { loadReport } from '~/components/analytics/load.server';
import { WeeklyDigest } from '~/components/analytics/weekly-digest';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { RefusalNotice } from '~/ui/notice';
import { EmptyState, Section } from '~/ui/page';

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const page = await loadReport(args);
  const digest = unwrap(await operationsOf(context).analytics.weeklyDigest(), { context, request });
  return { ...page, digestAt: digest.nextAt };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requireViewer(context, request);
  const form = await request.formData();
  const answer = await operationsOf(context).analytics.setWeeklyDigest({ wanted: textOf(form, 'wanted') === 'yes' });
  if (!answer.ok) return refusal(answer.error, 'digest', form, { context, request });
  const { search } = new URL(request.url);
  return redirect(`/analytics${search}`);
}

export const meta = () => pageTitle('Analytics');

export default function Analytics() {
  const { report, filter, links, services, teams, digestAt } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const nameOf = (id: string | null): string => (id === null ? 'None' : (report.names[id] ?? id));
  const pathTo = (what: string) => (id: string) =>
    analyticsLink(`/analytics/${what}/${encodeURIComponent(id)}`, { ...filter, service: '', team: '' });
  return (
    <>
      <AnalyticsHeader filter={filter} />
      <PeriodBar filter={filter} period={report.period} />
      <AnalyticsFilters filter={filter} services={services} teams={teams} />
      <Section title="Figures">
        <FigureList label="Figures" figures={report.figures} before={report.figuresBefore} filter={links} />
      </Section>
      <FigureWords />
      <DayCharts days={report.days} />
      {report.services.length === 0 ? (
        <EmptyState>No incident was opened in this period.</EmptyState>
      ) : (
        <>
          <Section title="Services">
            <GroupTable
              label="Services"
              what="Service"
              groups={report.services}
              nameOf={nameOf}
              pathOf={pathTo('services')}
              filter={links}
              narrow={(id) => ({ service: id })}
            />
          </Section>
          <Section title="Teams">
            <GroupTable
              label="Teams"
              what="Team"
              groups={report.teams}
              nameOf={nameOf}
              pathOf={pathTo('teams')}
              filter={links}
              narrow={(id) => ({ team: id })}
            />
          </Section>
          <Section title="Priorities">
            <GroupTable
              label="Priorities"
              what="Priority"
              groups={report.priorities}
              nameOf={(id) => id ?? 'None'}
              filter={links}
              narrow={(id) => ({ priority: id as 'P1' })}
            />
          </Section>
          <Section title="Messages">
            <ChannelTable channels={report.channels} />
          </Section>
        </>
      )}
      <AnalyticsFiles filter={links} />
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <WeeklyDigest nextAt={digestAt} />
    </>
  );
}
