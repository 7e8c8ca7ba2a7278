import styles from '~/components/dashboard/dashboard.module.css';
import { DashboardPanel } from '~/components/dashboard/panel';
import { dashboardPath } from '~/components/dashboard/words';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { AsOf, EmptyState, PageHeader } from '~/ui/page';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const read = await operationsOf(context).dashboard.read({ id: params.id ?? '' });
  const dashboard = unwrap(read, { context, request });
  return { dashboard, isMine: dashboard.ownerId === viewer.id };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.dashboard.name ?? 'Dashboard');

export default function DashboardPage() {
  const { dashboard, isMine } = useLoaderData<typeof loader>();
  const { name, panels, mayEdit, isShared, ownerName } = dashboard;
  const path = dashboardPath(dashboard);
  return (
    <>
      <Breadcrumbs trail={[{ to: '/analytics/dashboards', word: 'Dashboards' }]} />
      <PageHeader title={name}>
        <AsOf />
        <LinkButton to={`/analytics/dashboards/new?from=${encodeURIComponent(dashboard.id)}`} look="quiet">
          Copy
        </LinkButton>
        {mayEdit ? <LinkButton to={`${path}/edit`}>Arrange</LinkButton> : null}
      </PageHeader>
      {isMine && !isShared ? null : (
        <p className={styles.about}>
          {isMine ? 'Yours' : `Of ${ownerName || 'somebody who is gone'}`}
          {isShared ? ', shared with everybody' : ''}
        </p>
      )}
      {panels.length > 0 ? (
        <div className={styles.panels}>
          {panels.map((panel) => (
            <DashboardPanel key={panel.id} panel={panel} />
          ))}
        </div>
      ) : (
        <EmptyState action={mayEdit ? <LinkButton to={`${path}/edit`}>Add a panel</LinkButton> : null}>
          Nothing is on this dashboard yet.
        </EmptyState>
      )}
    </>
  );
}
