import type { TimelineEntry } from './timeline';

/** Which lines of a timeline are looked at: all, those that are no messages, what people did, or who was told. */
export const TIMELINE_VIEWS = ['all', 'events', 'people', 'pages'] as const;
export type TimelineView = (typeof TIMELINE_VIEWS)[number];

/** A view by its name; whatever is none is all of them. */
export const timelineViewOf = (name: string | null): TimelineView =>
  TIMELINE_VIEWS.find((view) => view === name) ?? 'all';

/** Messages of an incident that escalates for hours are hundreds of lines; what happened between them is a dozen. */
const isMessage = ({ kind }: Pick<TimelineEntry, 'kind'>): boolean =>
  kind.startsWith('notification-') || kind.startsWith('channel-');

const PAGING = ['step-fired', 'step-empty', 'step-skipped', 'cycle-started', 'policy-finished', 'nobody-paged'];

export function isInView(entry: Pick<TimelineEntry, 'kind' | 'actor'>, view: TimelineView): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'events':
      return !isMessage(entry);
    case 'people':
      return entry.actor.kind === 'user';
    case 'pages':
      return isMessage(entry) || PAGING.includes(entry.kind) || entry.kind.startsWith('last-resort-');
  }
}

/** Deploys and other changes of the service stand among what happened. */
export const showsChanges = (view: TimelineView): boolean => view === 'all' || view === 'events';
