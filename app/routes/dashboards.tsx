import { AnalyticsHeader } from '~/components/analytics/frame';
import styles from '~/components/dashboard/dashboard.module.css';
import { dashboardPath } from '~/components/dashboard/words';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { Link, type LoaderFunctionArgs, useLoaderData, useLocation } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/page';
import { Pagination } from '~/ui/pagination';

const PER_PAGE = 50;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { id } = requireViewer(context, request);
  const where = { context, request };
  const { dashboard, name } = operationsOf(context);
  const cursor = new URL(request.url).searchParams.get('cursor');
  const page = unwrap(await dashboard.list({ limit: PER_PAGE, ...(cursor ? { cursor } : {}) }), where);
  const owners = unwrap(await name.of({ kind: 'USER', ids: page.data.map(({ ownerId }) => ownerId) }), where);
  const nameOf = new Map(owners.map(({ id: owner, name: said }) => [owner, said]));
  return {
    nextCursor: page.nextCursor,
    dashboards: page.data.map(({ panels, ...one }) => ({
      ...one,
      count: panels.length,
      ownerName: one.ownerId === id ? 'Yours' : `Of ${nameOf.get(one.ownerId) ?? 'somebody who is gone'}`,
    })),
  };
}

export const meta = () => pageTitle('Dashboards');

export default function Dashboards() {
  const { dashboards, nextCursor } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const add = <LinkButton to="/analytics/dashboards/new">New dashboard</LinkButton>;
  return (
    <>
      <AnalyticsHeader>{dashboards.length > 0 ? add : null}</AnalyticsHeader>
      {dashboards.length === 0 ? (
        <EmptyState action={add}>
          No dashboard is there yet. Put the figures that you look at every week on one page.
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {dashboards.map((one) => (
            <li key={one.id}>
              <Link to={dashboardPath(one)}>{one.name}</Link>
              <p className={styles.about}>
                {one.ownerName}
                {one.isShared ? ', shared with everybody' : ''} · {one.count} {one.count === 1 ? 'panel' : 'panels'}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}
