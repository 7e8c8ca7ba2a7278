import { useLocation } from '~/lib/rr';
import { PageHeader } from '~/ui/page';
import { Tabs } from '~/ui/tabs';
import styles from './profile.module.css';

const TABS = [
  { to: '/profile', word: 'You' },
  { to: '/profile/paging', word: 'How you are paged' },
  { to: '/profile/quiet-hours', word: 'Quiet hours' },
  { to: '/profile/notifications', word: 'Sent to you' },
  { to: '/profile/shifts', word: 'Shifts' },
  { to: '/profile/time-off', word: 'Time off' },
  { to: '/profile/devices', word: 'Devices' },
  { to: '/profile/security', word: 'Security' },
];

/** What all pages of one's own profile begin with. */
export function ProfileHeader() {
  const { pathname } = useLocation();
  return (
    <div className={styles.header}>
      <PageHeader title="Your profile" />
      <Tabs label="Profile" tabs={TABS.map((tab) => ({ ...tab, current: tab.to === pathname }))} />
    </div>
  );
}
