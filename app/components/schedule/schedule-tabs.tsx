import { useLocation } from '~/lib/rr';
import { Tabs } from '~/ui/tabs';
import { schedulePath } from './words';

/** The pages about one schedule, by what follows its address. */
const PAGES: readonly { path: string; word: string }[] = [
  { path: '', word: 'Timeline' },
  { path: '/fairness', word: 'Fairness' },
  { path: '/history', word: 'History' },
  { path: '/calendar', word: 'Calendar link' },
  { path: '/import', word: 'Import' },
];

/** What all pages about one schedule begin with, under its name. */
export function ScheduleTabs({ id }: { id: string }) {
  const { pathname } = useLocation();
  const base = schedulePath(id);
  return (
    <Tabs
      label="Schedule"
      tabs={PAGES.map(({ path, word }) => ({ to: `${base}${path}`, word, current: pathname === `${base}${path}` }))}
    />
  );
}
