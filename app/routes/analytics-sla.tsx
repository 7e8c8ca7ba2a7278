import styles from '~/components/analytics/analytics.module.css';
import { cohortLink, readAnalyticsFilter } from '~/components/analytics/filter';
import { AnalyticsHeader } from '~/components/analytics/frame';
import { monthsUntil, monthWords } from '~/components/analytics/months';
import { figureDetail, figureWords, NOTHING, numberWords } from '~/components/analytics/words';
import { useClock } from '~/lib/clock';
import { cx } from '~/lib/cx';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { Link, type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { countOf } from '~/lib/time';
import { pageTitle } from '~/lib/title';
import { EmptyState, Section } from '~/ui/page';
import { Table } from '~/ui/table';
import { Tabs } from '~/ui/tabs';
import { dayText, parseMonth } from '../../domain/analytics/day';
import type { Figure } from '../../domain/analytics/figures';
import { NONE } from '../../domain/analytics/filter';

const SHOWN_MONTHS = 6;

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const { searchParams } = new URL(request.url);
  const months = monthsUntil(context.now, SHOWN_MONTHS);
  const asked = searchParams.get('month');
  const month = asked && parseMonth(asked) ? asked : (months[0] ?? '');
  const report = unwrap(await operationsOf(context).analytics.compliance({ month }), { context, request });
  const { from, to } = parseMonth(report.month) ?? { from: 0, to: 1 };
  const links = {
    ...readAnalyticsFilter(new URLSearchParams()),
    days: null,
    from: dayText(from),
    to: dayText(to - 1),
  };
  return { report, months, links };
}

export const meta = () => pageTitle('SLA');

export default function AnalyticsSla() {
  const { report, months, links } = useLoaderData<typeof loader>();
  const { locale } = useClock();
  const missedOf = (figure: Figure): number => (figure.kind === 'share' ? figure.n - figure.part : 0);
  const narrow = ({ serviceId, priority }: (typeof report.lines)[number]) =>
    ({ service: serviceId, priority: priority ?? NONE }) as const;
  const missed = (line: (typeof report.lines)[number], which: 'acknowledged' | 'resolved') => {
    const count = missedOf(line[which]);
    const cohort = which === 'acknowledged' ? 'ack-missed' : 'resolve-missed';
    return count === 0 ? '' : <Link to={cohortLink(links, cohort, narrow(line))}>{numberWords(count, locale)}</Link>;
  };
  const kept = (line: (typeof report.lines)[number], which: 'acknowledged' | 'resolved') => {
    const words = figureWords(line[which], locale);
    const cohort = which === 'acknowledged' ? 'ack-met' : 'resolve-met';
    return words === NOTHING ? words : <Link to={cohortLink(links, cohort, narrow(line))}>{words}</Link>;
  };
  const figure = { width: 's', figure: true } as const;
  return (
    <>
      <AnalyticsHeader />
      <div className={styles.bar}>
        <Tabs
          label="Month"
          tabs={months.map((month) => ({
            to: `/analytics/sla?month=${month}`,
            word: monthWords(month, locale),
            current: month === report.month,
          }))}
        />
      </div>
      <Section title={`How targets were kept, ${monthWords(report.month, locale)}`}>
        <p className={styles.say}>
          <Link to={cohortLink(links, 'all')}>{countOf(report.incidents, locale, 'incident', 'incidents')}</Link>.
          Acknowledged in time: <strong>{figureWords(report.acknowledged, locale)}</strong> (
          {figureDetail(report.acknowledged, locale) || 'none had a target'}
          ). Resolved in time: <strong>{figureWords(report.resolved, locale)}</strong> (
          {figureDetail(report.resolved, locale) || 'none had a target'}).
        </p>
        {report.lines.length > 0 ? (
          <Table
            label="Compliance by service and priority"
            rows={report.lines}
            keyOf={({ serviceId, priority }) => `${serviceId} ${priority}`}
            main={{
              label: 'Service and priority',
              to: (line) => cohortLink(links, 'all', narrow(line)),
              text: ({ serviceName, priority }) => `${serviceName}, ${priority ?? 'without priority'}`,
            }}
            columns={[
              { ...figure, label: 'Incidents', cell: ({ incidents }) => numberWords(incidents, locale) },
              { ...figure, label: 'Acked in time', cell: (line) => kept(line, 'acknowledged') },
              { ...figure, label: 'Missed', cell: (line) => missed(line, 'acknowledged') },
              { ...figure, label: 'Resolved in time', cell: (line) => kept(line, 'resolved') },
              { ...figure, label: 'Missed ', cell: (line) => missed(line, 'resolved') },
            ]}
            under={(line) =>
              `${countOf(line.incidents, locale, 'incident', 'incidents')} · acked ${figureWords(line.acknowledged, locale)}, resolved ${figureWords(line.resolved, locale)} in time`
            }
          />
        ) : (
          <EmptyState>No incident was opened in this month.</EmptyState>
        )}
        <p className={styles.note}>
          Targets stand in each service, by priority; an incident keeps those it was opened with. What is overdue and
          still waits has missed its target, what is not due yet does not count. Months and days are those of UTC.
        </p>
        <p className={cx(styles.note, styles.files)}>
          <a href={`/analytics/export?part=sla&month=${report.month}`} download>
            This month as CSV
          </a>
        </p>
      </Section>
    </>
  );
}
