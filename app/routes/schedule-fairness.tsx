import styles from '~/components/schedule/schedule-records.module.css';
import { ScheduleTabs } from '~/components/schedule/schedule-tabs';
import { useClock } from '~/lib/clock';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { Link, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { EmptyState, PageHeader } from '~/ui/page';
import { Table } from '~/ui/table';
import { Tabs } from '~/ui/tabs';
import { DAY, toIso } from '../../domain/shared/time';

/** Days looked at: back from today, or ahead. */
const PERIODS = [
  { word: 'Last 30 days', from: -30, to: 0 },
  { word: 'Last 90 days', from: -90, to: 0 },
  { word: 'Next 30 days', from: 0, to: 30 },
  { word: 'Next 90 days', from: 0, to: 90 },
] as const;
const USUAL = 1;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const where = { context, request };
  const id = params.id ?? '';
  const asked = Number(new URL(request.url).searchParams.get('period') ?? USUAL);
  const index = PERIODS[asked] ? asked : USUAL;
  const period = PERIODS[index] ?? PERIODS[USUAL];
  const range = { from: context.now + period.from * DAY, to: context.now + period.to * DAY };
  const { schedule } = operationsOf(context);
  const [found, load] = await Promise.all([schedule.get({ id }), schedule.fairness({ id, ...range })]);
  return {
    id,
    name: unwrap(found, where).name,
    index,
    rows: unwrap(load, where).data,
    csv: `/schedules/${encodeURIComponent(id)}/shifts.csv?from=${toIso(range.from)}&to=${toIso(range.to)}`,
    mayChange: viewer.permissions.includes('config.write'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Fairness of ${data?.name ?? 'a schedule'}`);

export default function ScheduleFairness() {
  const { id, name, index, rows, csv, mayChange } = useLoaderData<typeof loader>();
  const { locale } = useClock();
  const base = `/schedules/${encodeURIComponent(id)}`;
  const figure = (hours: number): string => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(hours);
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/oncall', word: 'On call' },
          { to: '/schedules', word: 'Schedules' },
        ]}
      />
      <PageHeader title={name} />
      <ScheduleTabs id={id} />
      <div className={styles.periods}>
        <Tabs
          label="Period"
          tabs={PERIODS.map(({ word }, i) => ({
            to: `${base}/fairness?period=${i}`,
            word,
            current: i === index,
          }))}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState>Nobody has a turn on this schedule.</EmptyState>
      ) : (
        <Table
          label={`Hours on call, ${PERIODS[index]?.word.toLowerCase()}`}
          rows={rows}
          keyOf={({ user }) => user.id}
          main={{
            label: 'Person',
            to: ({ user }) => `/users/${encodeURIComponent(user.id)}`,
            text: ({ user }) => user.name,
          }}
          columns={[
            { label: 'Shifts', width: 's', figure: true, cell: ({ shifts }) => figure(shifts) },
            { label: 'Hours', width: 's', figure: true, cell: ({ hours }) => figure(hours) },
            { label: 'Nights', width: 's', figure: true, cell: ({ nightHours }) => figure(nightHours) },
            { label: 'Weekends', width: 's', figure: true, cell: ({ weekendHours }) => figure(weekendHours) },
            { label: 'Holidays', width: 's', figure: true, cell: ({ holidayHours }) => figure(holidayHours) },
          ]}
          under={({ hours, nightHours, weekendHours, holidayHours }) =>
            `${figure(hours)} h: ${figure(nightHours)} at night, ${figure(weekendHours)} at weekends, ${figure(holidayHours)} on holidays`
          }
        />
      )}
      <p className={styles.lead}>
        In hours. Nights are 22:00 to 06:00 and weekends Saturday and Sunday, on each person’s own clock, and so are{' '}
        {mayChange ? <Link to={`${base}/holidays`}>the holidays of this schedule</Link> : 'the holidays'}.
      </p>
      <p className={styles.lead}>
        <a href={csv} download>
          Shifts of this period as CSV
        </a>
        , for pay.
      </p>
    </>
  );
}
