import { Tabs } from '~/ui/tabs';
import { TIMELINE_VIEWS, type TimelineView } from '../../../domain/incident/timeline-view';

const WORDS: Record<TimelineView, string> = {
  all: 'All',
  events: 'Events',
  people: 'People',
  pages: 'Pages',
};

/** A shorter one is seen at a glance. */
const WORTH_SIFTING = 12;

type Props = { path: string; view: TimelineView; lines: number };

/** Which part of a long timeline is shown; each has an address. */
export const TimelineTabs = ({ path, view, lines }: Props) =>
  lines < WORTH_SIFTING && view === 'all' ? null : (
    <Tabs
      label="Lines of the timeline"
      tabs={TIMELINE_VIEWS.map((one) => ({
        to: one === 'all' ? path : `${path}?show=${one}`,
        word: WORDS[one],
        current: one === view,
      }))}
    />
  );
