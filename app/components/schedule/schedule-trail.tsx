import { Breadcrumbs } from '~/ui/breadcrumbs';
import { schedulePath } from './words';

/** The way from a page about one schedule back up. */
export const ScheduleTrail = ({ id, name }: { id: string; name: string }) => (
  <Breadcrumbs
    trail={[
      { to: '/schedules', word: 'Schedules' },
      { to: schedulePath(id), word: name },
    ]}
  />
);
