import type { AnnouncementKind, IncidentAnnouncement } from '../incident/announcement';
import type { WatcherRole } from '../incident/watcher';

/** What happened to an incident, for somebody who watches it. */
export type NewsContent = {
  kind: 'incident-news';
  news: AnnouncementKind;
  number: number | null;
  title: string;
  serviceName: string;
  /** Null where nobody did it. */
  by: string | null;
  /** What was said about it: of a note, a resolution, a reason. */
  words: string | null;
  role: WatcherRole;
  url: string;
};

/** Somebody was named in a note. */
export type MentionContent = {
  kind: 'mention';
  number: number | null;
  title: string;
  by: string;
  words: string;
  url: string;
};

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The announcement as a watcher is told of it. */
export const newsContent = (
  { kind, actor, detail, incident: { number, title, serviceName }, url }: IncidentAnnouncement,
  role: WatcherRole,
): NewsContent => ({
  kind: 'incident-news',
  news: kind,
  ...{ number, title, serviceName, role, url },
  by: actor.kind === 'system' ? null : actor.name,
  words: text(detail.excerpt) ?? text(detail.note) ?? text(detail.reason),
});
