import styles from '~/components/analytics/analytics.module.css';
import { CohortTable } from '~/components/analytics/cohort-table';
import { analyticsLink, analyticsQuery, readAnalyticsFilter } from '~/components/analytics/filter';
import { numberWords, periodWords } from '~/components/analytics/words';
import { useClock } from '~/lib/clock';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { countOf } from '~/lib/time';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { EmptyState, PageHeader } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { COHORT_WORDS, COHORTS } from '../../domain/analytics/cohort';
import { NONE, periodOf } from '../../domain/analytics/filter';
import { WEEKDAYS } from '../../domain/analytics/heat-map';

const PER_PAGE = 50;
const ABOUT_PEOPLE = ['interrupting', 'business-hours', 'off-hours', 'after-hours', 'sleep-hours'];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const where = { context, request };
  const { searchParams } = new URL(request.url);
  const filter = readAnalyticsFilter(searchParams);
  const cohort = COHORTS.find((one) => one === searchParams.get('cohort')) ?? 'all';
  const user = (searchParams.get('user') ?? '').slice(0, 64);
  const key = searchParams.get('key')?.slice(0, 300);
  const moment = momentIn(searchParams);
  const cursor = searchParams.get('cursor') ?? undefined;
  const asked = analyticsQuery(filter);
  const { analytics, name } = operationsOf(context);
  const [page, people, services, teams] = await Promise.all([
    analytics.incidents({
      ...asked,
      cohort,
      ...(user ? { userId: user } : {}),
      ...(key === undefined ? {} : { dedupKey: key }),
      ...moment,
      ...(cursor ? { cursor } : {}),
      limit: PER_PAGE,
    }),
    name.of({ kind: 'USER', ids: user ? [user] : [] }),
    name.of({ kind: 'SERVICE', ids: filter.service ? [filter.service] : [] }),
    name.of({ kind: 'TEAM', ids: filter.team ? [filter.team] : [] }),
  ]);
  searchParams.delete('_routes');
  return {
    ...unwrap(page, where),
    filter,
    cohort,
    key: key ?? null,
    moment,
    period: periodOf(asked, context.now),
    narrowed: [people, services, teams].flatMap((one) => unwrap(one, where).map((named) => named.name)),
    search: searchParams.toString(),
  };
}

/** `?weekday=0&hour=3`: a cell of the heat map. */
function momentIn(params: URLSearchParams): { weekday: number; hour: number } | null {
  const [weekday, hour] = [params.get('weekday') ?? '', params.get('hour') ?? ''];
  return /^[0-6]$/.test(weekday) && /^(1?\d|2[0-3])$/.test(hour)
    ? { weekday: Number(weekday), hour: Number(hour) }
    : null;
}

export const meta = () => pageTitle('Incidents behind a figure');

export default function AnalyticsIncidents() {
  const { data, nextCursor, counts, filter, cohort, key, moment, period, narrowed, search } =
    useLoaderData<typeof loader>();
  const { locale } = useClock();
  const only = [
    ...narrowed,
    filter.team === NONE ? 'those without team' : '',
    filter.urgency.toLowerCase(),
    filter.priority === NONE ? 'those without priority' : filter.priority,
    key,
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <>
      <Breadcrumbs
        trail={[{ to: analyticsLink('/analytics', { ...filter, service: '', team: '' }), word: 'Analytics' }]}
      />
      <PageHeader title={COHORT_WORDS[cohort]} />
      <p className={styles.say}>
        {countOf(counts.incidents, locale, 'incident', 'incidents')}
        {ABOUT_PEOPLE.includes(cohort)
          ? ` with ${countOf(counts.interruptions, locale, 'interruption', 'interruptions')}`
          : ''}{' '}
        opened {periodWords(period, locale)}, days in UTC
        {moment
          ? `; interruptions on ${WEEKDAYS[moment.weekday]}s from ${moment.hour}:00 to ${moment.hour + 1}:00 on the clock of whoever was interrupted`
          : ''}
        {only ? `; only ${only}` : ''}. Private incidents count nowhere.
      </p>
      {data.length > 0 ? (
        <CohortTable incidents={data} />
      ) : (
        <EmptyState action={<LinkButton to="/analytics">To the overview</LinkButton>}>
          There is none
          {counts.incidents > 0 ? ` on this page, but ${numberWords(counts.incidents, locale)} in all` : ''}.
        </EmptyState>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}
