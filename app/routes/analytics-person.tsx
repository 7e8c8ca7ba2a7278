import styles from '~/components/analytics/analytics.module.css';
import { CohortTable } from '~/components/analytics/cohort-table';
import { analyticsLink, analyticsQuery, cohortLink, fixed, readAnalyticsFilter } from '~/components/analytics/filter';
import { PeriodBar } from '~/components/analytics/frame';
import { HeatMapTable } from '~/components/analytics/heat-map-table';
import { lengthWords, numberWords, shareWords } from '~/components/analytics/words';
import { useClock } from '~/lib/clock';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { Link, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { EmptyState, PageHeader, Section } from '~/ui/page';
import type { Cohort } from '../../domain/analytics/cohort';

const SHOWN = 25;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const where = { context, request };
  const id = params.id ?? '';
  const { analytics, user } = operationsOf(context);
  const filter = readAnalyticsFilter(new URL(request.url).searchParams);
  const asked = analyticsQuery(filter);
  const [found, load, woken, heat] = await Promise.all([
    user.get({ id }),
    analytics.load(asked),
    analytics.incidents({ ...asked, cohort: 'interrupting', userId: id, limit: SHOWN }),
    analytics.heatMap({ ...asked, userId: id }),
  ]);
  const { period, people } = unwrap(load, where);
  const { name, timezone } = unwrap(found, where);
  return {
    id,
    name,
    timezone,
    period,
    filter,
    links: fixed(filter, context.now),
    own: people.find(({ userId }) => userId === id) ?? null,
    woken: unwrap(woken, where),
    heat: unwrap(heat, where),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`On-call load of ${data?.name ?? 'a person'}`);

export default function AnalyticsPerson() {
  const { id, name, timezone, period, filter, links, own, woken, heat } = useLoaderData<typeof loader>();
  const { locale } = useClock();
  const counted = (value: number, cohort: Cohort) =>
    value === 0 ? '0' : <Link to={cohortLink(links, cohort, { user: id })}>{numberWords(value, locale)}</Link>;
  const all = own ? own.business + own.off + own.sleep : 0;
  const ack = own?.acknowledged;
  return (
    <>
      <Breadcrumbs trail={[{ to: analyticsLink('/analytics/load', filter), word: 'On-call load' }]} />
      <PageHeader title={name}>
        <LinkButton to={`/users/${encodeURIComponent(id)}`}>The person</LinkButton>
      </PageHeader>
      <PeriodBar filter={filter} period={period} />
      <div className={styles.columns}>
        <Section title="Interruptions">
          <DefinitionList
            facts={[
              ['Business hours', counted(own?.business ?? 0, 'business-hours')],
              ['Off hours', counted(own?.off ?? 0, 'off-hours')],
              ['Sleep hours', counted(own?.sleep ?? 0, 'sleep-hours')],
              ['All', counted(all, 'interrupting')],
              ['In sleep hours', shareWords(all === 0 || !own ? null : own.sleep / all, locale)],
            ]}
          />
          <p className={styles.note}>
            On the clock of {timezone}: business is Monday to Friday from 8:00 to 18:00, sleep is 22:00 to 8:00.
          </p>
        </Section>
        <Section title="On call, and answering">
          <DefinitionList
            facts={[
              ['On call', `${numberWords(own?.onCallHours ?? 0, locale, 0)} hours`],
              ['Of them at night', `${numberWords(own?.nightHours ?? 0, locale, 0)} hours`],
              ['Acknowledged', counted(ack?.n ?? 0, 'acknowledged')],
              ['Median', lengthWords(ack?.median ?? null, locale)],
              ['p90', lengthWords(ack?.p90 ?? null, locale)],
            ]}
          />
        </Section>
      </div>
      <Section title="When">
        <HeatMapTable map={heat} filter={links} user={id} />
      </Section>
      <Section
        title="What interrupted them"
        aside={
          woken.nextCursor ? (
            <Link to={cohortLink(links, 'interrupting', { user: id })}>
              First {SHOWN} of {numberWords(woken.counts.incidents, locale)}; all of them
            </Link>
          ) : null
        }
      >
        {woken.data.length > 0 ? (
          <CohortTable incidents={woken.data} />
        ) : (
          <EmptyState>Nothing interrupted {name} in this period.</EmptyState>
        )}
      </Section>
    </>
  );
}
