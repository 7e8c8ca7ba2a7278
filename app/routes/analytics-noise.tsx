import styles from '~/components/analytics/analytics.module.css';
import { FigureList } from '~/components/analytics/figure-list';
import { analyticsQuery, cohortLink } from '~/components/analytics/filter';
import { AnalyticsFilters, AnalyticsHeader, PeriodBar } from '~/components/analytics/frame';
import { loadReport } from '~/components/analytics/load.server';
import { numberWords, shareWords } from '~/components/analytics/words';
import { useClock } from '~/lib/clock';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { Link, type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { countOf } from '~/lib/time';
import { pageTitle } from '~/lib/title';
import { EmptyState, Section } from '~/ui/page';
import { Table } from '~/ui/table';
import { isHashedKey } from '../../domain/alert/dedup';
import type { Cohort } from '../../domain/analytics/cohort';

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const page = await loadReport(args);
  const found = await operationsOf(context).analytics.noise(analyticsQuery(page.filter));
  const { keys, nights } = unwrap(found, { context, request });
  const mayWrite = requireViewer(context, request).permissions.includes('config.write');
  return { ...page, keys: keys.map((key) => ({ ...key, quieterAt: mayWrite ? quieterAt(key) : null })), nights };
}

export const meta = () => pageTitle('Noise');

type Key = { integrationId: string | null; dedupKey: string; title: string };

/** Where a rule is begun that gives it a low urgency; null where none can be: a key's hash cannot be named in a rule. */
function quieterAt({ integrationId, dedupKey, title }: Key): string | null {
  if (integrationId === null || isHashedKey(dedupKey)) return null;
  const rule = new URLSearchParams({ key: dedupKey, title });
  return `/integrations/${encodeURIComponent(integrationId)}/rules?${rule}`;
}

export default function AnalyticsNoise() {
  const { report, keys, nights, filter, links, services, teams } = useLoaderData<typeof loader>();
  const { locale } = useClock();
  const figure = { width: 'xs', figure: true } as const;
  type Counted = 'incidents' | 'interruptions' | 'sleepHours' | 'neverAcknowledged' | 'quickResolved';
  const linked = (key: (typeof keys)[number], count: Counted, cohort: Cohort) =>
    key[count] === 0 ? (
      '0'
    ) : (
      <Link to={cohortLink(links, cohort, { service: key.serviceId, key: key.dedupKey })}>
        {numberWords(key[count], locale)}
      </Link>
    );
  return (
    <>
      <AnalyticsHeader filter={filter} />
      <PeriodBar filter={filter} period={report.period} />
      <AnalyticsFilters filter={filter} services={services} teams={teams} />
      <p className={styles.say}>
        {nights
          ? `${numberWords(nights.keys, locale)} ${nights.keys === 1 ? 'alert' : 'alerts'} caused ${shareWords(nights.part, locale)} of the interruptions in sleep hours.`
          : 'Nobody was interrupted in sleep hours.'}
      </p>
      <Section title="How much of it was noise">
        <FigureList
          label="Noise"
          figures={report.figures}
          before={report.figuresBefore}
          filter={links}
          only={['never-acknowledged', 'quick-resolved', 'auto-resolved', 'alerts-per-incident', 'sleep-hours']}
        />
      </Section>
      <Section title="What came back most">
        {keys.length > 0 ? (
          <Table
            label="What came back most"
            rows={keys}
            keyOf={({ serviceId, dedupKey }) => `${serviceId} ${dedupKey}`}
            main={{
              label: 'Alert, by its dedup key',
              to: ({ serviceId, dedupKey }) => cohortLink(links, 'all', { service: serviceId, key: dedupKey }),
              text: ({ title }) => title,
            }}
            columns={[
              {
                label: 'Service',
                width: 'm',
                cell: ({ serviceId, serviceName }) => (
                  <Link to={`/services/${encodeURIComponent(serviceId)}`}>{serviceName}</Link>
                ),
              },
              { ...figure, label: 'Incidents', cell: (key) => linked(key, 'incidents', 'all') },
              { ...figure, label: 'Interruptions', cell: (key) => linked(key, 'interruptions', 'interrupting') },
              { ...figure, label: 'In sleep hours', cell: (key) => linked(key, 'sleepHours', 'sleep-hours') },
              {
                ...figure,
                label: 'Never acked',
                cell: (key) => linked(key, 'neverAcknowledged', 'never-acknowledged'),
              },
              { ...figure, label: 'Gone in 5 min', cell: (key) => linked(key, 'quickResolved', 'quick-resolved') },
            ]}
            actions={({ quieterAt: to }) => (to === null ? [] : [{ to, word: 'Quieten' }])}
            under={(key) =>
              `${key.serviceName} · ${countOf(key.incidents, locale, 'incident', 'incidents')}, ${countOf(key.interruptions, locale, 'interruption', 'interruptions')}, ${numberWords(key.neverAcknowledged, locale)} never acked`
            }
          />
        ) : (
          <EmptyState>No incident was opened in this period.</EmptyState>
        )}
        <p className={styles.note}>
          An alert that nobody acknowledges and that goes by itself need not wake anybody: a routing rule of its
          integration gives it a lower urgency.
        </p>
      </Section>
    </>
  );
}
