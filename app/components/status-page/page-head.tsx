import type { ReactNode } from 'react';
import { useLocation } from '~/lib/rr';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { PageHeader } from '~/ui/page';
import { Tabs } from '~/ui/tabs';
import styles from './status-page.module.css';
import { STATUS_PAGES_PATH, statusPagePath } from './words';

/** The screens about one status page, by what follows its address; some are for administrators only. */
const SCREENS: readonly { path: string; word: string; isConfig: boolean }[] = [
  { path: '', word: 'Now', isConfig: false },
  { path: '/announcements', word: 'Announcements', isConfig: false },
  { path: '/uptime', word: 'Uptime', isConfig: false },
  { path: '/components', word: 'Components', isConfig: true },
  { path: '/templates', word: 'Templates', isConfig: true },
  { path: '/subscribers', word: 'Subscribers', isConfig: true },
  { path: '/look', word: 'Look', isConfig: true },
  { path: '/host', word: 'Host name', isConfig: true },
];

type Props = { page: { id: string; name: string }; mayWrite: boolean; children?: ReactNode };

/** What all screens about one status page begin with: its name, what can be done, and the way to the others. */
export function StatusPageHead({ page, mayWrite, children }: Props) {
  const { pathname } = useLocation();
  const base = statusPagePath(page);
  const tabs = SCREENS.filter(({ isConfig }) => mayWrite || !isConfig).map(({ path, word }) => ({
    to: `${base}${path}`,
    word,
    current: pathname === `${base}${path}`,
  }));
  return (
    <>
      <Breadcrumbs trail={[{ to: STATUS_PAGES_PATH, word: 'Status pages' }]} />
      <PageHeader title={page.name}>{children}</PageHeader>
      <div className={styles.tabs}>
        <Tabs label="Status page" tabs={tabs} />
      </div>
    </>
  );
}

/** The way back from a screen below one of those. */
export function StatusPageTrail({
  page,
  to,
  word,
}: {
  page: { id: string; name: string };
  to?: string;
  word?: string;
}) {
  const base = statusPagePath(page);
  return (
    <Breadcrumbs
      trail={[
        { to: STATUS_PAGES_PATH, word: 'Status pages' },
        { to: base, word: page.name },
        ...(to && word ? [{ to: `${base}${to}`, word }] : []),
      ]}
    />
  );
}
