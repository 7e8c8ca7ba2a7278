import styles from '~/components/analytics/analytics.module.css';
import { AnalyticsFiles } from '~/components/analytics/files';
import { analyticsQuery, fixed, readAnalyticsFilter } from '~/components/analytics/filter';
import { AnalyticsFilters, AnalyticsHeader, PeriodBar } from '~/components/analytics/frame';
import { HeatMapTable } from '~/components/analytics/heat-map-table';
import { PeopleTable } from '~/components/analytics/people-table';
import { numberWords, shareWords } from '~/components/analytics/words';
import { choicesOrNone } from '~/lib/choices';
import { useClock } from '~/lib/clock';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { EmptyState, Section } from '~/ui/page';
import { Table } from '~/ui/table';

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const { analytics, service, team } = operationsOf(context);
  const filter = readAnalyticsFilter(new URL(request.url).searchParams);
  const [load, heat, services, teams] = await Promise.all([
    analytics.load(analyticsQuery(filter)),
    analytics.heatMap(analyticsQuery(filter)),
    choicesOrNone(service.list),
    choicesOrNone(team.list),
  ]);
  const { period, people, schedules } = unwrap(load, { context, request });
  return {
    period,
    people,
    schedules,
    heat: unwrap(heat, { context, request }),
    filter,
    links: fixed(filter, context.now),
    services,
    teams,
  };
}

export const meta = () => pageTitle('On-call load');

export default function AnalyticsLoad() {
  const { period, people, schedules, heat, filter, links, services, teams } = useLoaderData<typeof loader>();
  const { locale } = useClock();
  const gap = (hours: number): string => (hours === 0 ? 'none' : `${numberWords(hours, locale)} h`);
  return (
    <>
      <AnalyticsHeader filter={filter} />
      <PeriodBar filter={filter} period={period} />
      <AnalyticsFilters filter={filter} services={services} teams={teams} />
      <Section title="Who was interrupted">
        <PeopleTable people={people} filter={links} />
        <p className={styles.note}>
          Each on their own clock: business is Monday to Friday from 8:00 to 18:00, sleep is 22:00 to 8:00, off hours
          are the rest. All channels within 60 seconds for one incident are one interruption; e-mail is none. Hours on
          call are those of all schedules, whatever the filter.
        </p>
      </Section>
      <Section title="When they were interrupted">
        <HeatMapTable map={heat} filter={links} />
      </Section>
      <Section title="Coverage">
        {schedules.length > 0 ? (
          <Table
            label="Coverage"
            rows={schedules}
            keyOf={({ id }) => id}
            main={{
              label: 'Schedule',
              to: ({ id }) => `/schedules/${encodeURIComponent(id)}`,
              text: ({ name }) => name,
            }}
            columns={[
              { label: 'Covered', width: 's', figure: true, cell: ({ covered }) => shareWords(covered, locale) },
              { label: 'Nobody on call', width: 's', figure: true, cell: ({ gapHours }) => gap(gapHours) },
            ]}
            under={({ covered, gapHours }) => `${shareWords(covered, locale)} covered, gaps: ${gap(gapHours)}`}
          />
        ) : (
          <EmptyState>There is no schedule.</EmptyState>
        )}
      </Section>
      <AnalyticsFiles filter={links} />
    </>
  );
}
