import { useLocation, useRouteLoaderData } from '~/lib/rr';
import { PageHeader } from '~/ui/page';
import { Tabs } from '~/ui/tabs';
import type { Permission } from '../../../domain/access/permissions';
import type { Viewer } from '../../../domain/access/viewer';
import styles from './settings.module.css';

const TABS: { to: string; word: string; needs: Permission }[] = [
  { to: '/settings', word: 'General', needs: 'config.write' },
  { to: '/settings/custom-fields', word: 'Custom fields', needs: 'config.write' },
  { to: '/settings/incident-templates', word: 'Templates', needs: 'config.write' },
  { to: '/settings/providers', word: 'Providers', needs: 'config.write' },
  { to: '/settings/retention', word: 'Retention', needs: 'config.write' },
  { to: '/settings/health', word: 'Health', needs: 'config.write' },
  { to: '/settings/webhooks', word: 'Webhooks', needs: 'config.write' },
  { to: '/settings/deliveries', word: 'Deliveries', needs: 'audit.read' },
  { to: '/settings/slack', word: 'Slack', needs: 'config.write' },
  { to: '/settings/api-keys', word: 'API keys', needs: 'secrets.write' },
  { to: '/settings/audit', word: 'Audit log', needs: 'audit.read' },
];

/** What all pages of the settings begin with. */
export function SettingsHeader() {
  const { pathname } = useLocation();
  const root = useRouteLoaderData<{ viewer: Viewer | null }>('root');
  const permissions = root?.viewer?.permissions ?? [];
  const tabs = TABS.filter(({ needs }) => permissions.includes(needs));
  const isCurrent = (to: string): boolean => (to === '/settings' ? pathname === to : pathname.startsWith(to));
  return (
    <div className={styles.header}>
      <PageHeader title="Settings" />
      <Tabs label="Settings" tabs={tabs.map(({ to, word }) => ({ to, word, current: isCurrent(to) }))} />
    </div>
  );
}
