import { Tabs } from '~/ui/tabs';
import { askPath, exchangePath } from './words';

type Props = { scheduleId: string; times: { start: string; end: string }; who: string; current: 'cover' | 'exchange' };

/** The two ways to give a shift away: for nothing, or for one of somebody else. */
export function GiveAwayTabs({ scheduleId, times, who, current }: Props) {
  return (
    <Tabs
      label="How"
      tabs={[
        { to: askPath(scheduleId, times, who), word: 'Ask for cover', current: current === 'cover' },
        { to: exchangePath(scheduleId, times, who), word: 'Exchange it for another', current: current === 'exchange' },
      ]}
    />
  );
}
