import { StatusPageHead } from '~/components/status-page/page-head';
import { UptimeMonths } from '~/components/status-page/uptime-months';
import styles from '~/components/status-page/uptime-months.module.css';
import { statusPagePath } from '~/components/status-page/words';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { EmptyState } from '~/ui/page';
import { Tabs } from '~/ui/tabs';
import { uptimeInput } from '../../domain/status-page/uptime-report';

/** How far back one may look with one press; any other number up to 24 stands in the address. */
const SPANS = [3, 12, 24];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const where = { context, request };
  const id = params.id ?? '';
  const asked = uptimeInput.safeParse(Object.fromEntries(new URL(request.url).searchParams)).data;
  const months = asked?.months ?? 12;
  const { statusPage } = operationsOf(context);
  const [report, page] = await Promise.all([statusPage.uptime({ id, months }), statusPage.get({ id })]);
  const { components, uptime } = unwrap(page, where);
  return {
    report: unwrap(report, where),
    id,
    months,
    isEmpty: components.length === 0,
    rules: uptime,
    mayWrite: viewer.permissions.includes('config.write'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Uptime of ${data?.report.name ?? ''}`);

export default function StatusUptime() {
  const { report, id, months, isEmpty, rules, mayWrite } = useLoaderData<typeof loader>();
  const page = { id, name: report.name };
  const here = `${statusPagePath(page)}/uptime`;
  return (
    <>
      <StatusPageHead page={page} mayWrite={mayWrite} />
      <div className={styles.head}>
        <Tabs
          label="Months"
          showLabel
          tabs={SPANS.map((span) => ({ to: `${here}?months=${span}`, word: String(span), current: span === months }))}
        />
        <a href={`${here}/export?months=${months}`} download>
          Export as CSV
        </a>
      </div>
      <p className={styles.note}>
        Months of {report.timezone}, the latest first. A major outage counts as down, a partial one as 30 % down,
        anything else as up. Maintenance{' '}
        {rules.excludeMaintenance ? 'is left out of the time that is looked at' : 'counts as up'}. Print this page for a
        report on paper.
      </p>
      {isEmpty ? <EmptyState>No component yet.</EmptyState> : <UptimeMonths months={report.months} />}
    </>
  );
}
