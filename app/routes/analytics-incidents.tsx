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
import { periodOf } from '../../domain/analytics/filter';

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
  const cursor = searchParams.get('cursor') ?? undefined;
  const asked = analyticsQuery(filter);
  const { analytics, name } = operationsOf(context);
  const [page, people, services, teams] = await Promise.all([
    analytics.incidents({
      ...asked,
      cohort,
      ...(user ? { userId: user } : {}),
      ...(key === undefined ? {} : { dedupKey: key }),
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
    period: periodOf(asked, context.now),
    narrowed: [people, services, teams].flatMap((one) => unwrap(one, where).map((named) => named.name)),
    search: searchParams.toString(),
  };
}

export const meta = () => pageTitle('Incidents behind a figure');

export default function AnalyticsIncidents() {
  const { data, nextCursor, counts, filter, cohort, key, period, narrowed, search } = useLoaderData<typeof loader>();
  const { locale } = useClock();
  const only = [...narrowed, filter.urgency.toLowerCase(), filter.priority, key].filter(Boolean).join(', ');
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
        opened {periodWords(period, locale)}, days in UTC{only ? `; only ${only}` : ''}. Private incidents count
        nowhere.
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
