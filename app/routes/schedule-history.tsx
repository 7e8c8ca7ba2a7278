import styles from '~/components/schedule/schedule-records.module.css';
import { ScheduleTabs } from '~/components/schedule/schedule-tabs';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { Link, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { EmptyState, PageHeader } from '~/ui/page';
import { Moment } from '~/ui/time';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const where = { context, request };
  const id = params.id ?? '';
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const { schedule } = operationsOf(context);
  const [found, history] = await Promise.all([schedule.get({ id }), schedule.history({ id, cursor, limit: 50 })]);
  const { name, timezone } = unwrap(found, where);
  const { data, nextCursor } = unwrap(history, where);
  return { id, name, timezone, entries: data, nextCursor };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`History of ${data?.name ?? 'a schedule'}`);

export default function ScheduleHistory() {
  const { id, name, timezone, entries, nextCursor } = useLoaderData<typeof loader>();
  const base = `/schedules/${encodeURIComponent(id)}`;
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
      {entries.length === 0 ? (
        <EmptyState>Nothing is recorded: nobody has changed this schedule since it was loaded.</EmptyState>
      ) : (
        <ol>
          {entries.map(({ id: key, at, by, changes }) => (
            <li key={key} className={styles.entry}>
              <p className={styles.at}>
                <Moment at={at} />
              </p>
              <div className={styles.what}>
                {changes.map(({ what, before, after }) => (
                  <p key={`${what} ${after}`}>
                    <span className={styles.by}>{by}</span> {what}
                    {before !== null ? <span className={styles.values}>before: {before}</span> : null}
                    {after !== null ? (
                      <span className={styles.values}>{before === null ? after : `after: ${after}`}</span>
                    ) : null}
                  </p>
                ))}
              </div>
            </li>
          ))}
        </ol>
      )}
      <p className={styles.lead}>Times of shifts are those of {timezone}.</p>
      {nextCursor ? (
        <p className={styles.lead}>
          <Link to={`${base}/history?cursor=${encodeURIComponent(nextCursor)}`}>Earlier changes</Link>
        </p>
      ) : null}
    </>
  );
}
