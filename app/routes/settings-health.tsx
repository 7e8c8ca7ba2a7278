import { HealthList } from '~/components/settings/health-list';
import styles from '~/components/settings/settings.module.css';
import { SettingsHeader } from '~/components/settings/settings-tabs';
import { unwrap } from '~/lib/failure';
import { useFreshData } from '~/lib/fresh';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { AsOf } from '~/ui/page';

const WHO_MAY = 'Settings are for administrators. Ask one how the installation stands.';

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  return { report: unwrap(await operationsOf(context).health(), { context, request }) };
}

export const meta = () => pageTitle('Health');

export default function Health() {
  const { report } = useLoaderData<typeof loader>();
  useFreshData(20);
  return (
    <div className={styles.page}>
      <SettingsHeader />
      <p className={styles.lead}>What the installation noticed of itself in the last hour.</p>
      <HealthList report={report} />
      <p className={styles.muted}>
        <code>/readyz</code> tells an outside monitor the same figures and answers 503 when the sweep has stopped; set{' '}
        <code>HEARTBEAT_URL</code> to be told by a monitor that no longer hears from here.
      </p>
      <AsOf />
    </div>
  );
}
