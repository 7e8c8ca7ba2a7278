import type { StatusPage } from '~/lib/status-pages';
import type { ComponentState } from '../../../domain/status-page/component';
import { ENGLISH } from '../../../domain/status-page/languages/en';
import type { AnnouncementType, Audience } from '../../../domain/status-page/page';
import type { ReportKind, ReportStatus } from '../../../domain/status-page/report';
import type { SubscriberChannel, SubscriberState } from '../../../domain/status-page/subscriber';
import type { ImportOutcome } from '../../../domain/status-page/subscriber-import';

export const STATUS_PAGES_PATH = '/status-pages';
export const statusPagePath = ({ id }: { id: string }): string => `${STATUS_PAGES_PATH}/${encodeURIComponent(id)}`;
export const reportPath = (pageId: string, { id }: { id: string }): string =>
  `${statusPagePath({ id: pageId })}/reports/${encodeURIComponent(id)}`;

export const WHO_MAY = 'Status pages are set up by administrators. Ask one.';
export const WHO_MAY_REPORT = 'Reports are written by those who respond to incidents. Ask one.';

export const STATE_WORDS: Record<ComponentState, string> = ENGLISH.states;
export const STATUS_WORDS: Record<ReportStatus, string> = ENGLISH.statuses;
export const KIND_WORDS: Record<ReportKind, string> = { incident: 'Incident', maintenance: 'Maintenance' };
export const AUDIENCE_WORDS: Record<Audience, string> = {
  public: 'Everybody',
  password: 'Whoever has the password',
  'signed-in': 'People who are signed in here',
};

export const CHANNEL_WORDS: Record<SubscriberChannel, string> = { email: 'E-mail', webhook: 'Webhook', slack: 'Slack' };
export const SUBSCRIBER_STATE_WORDS: Record<SubscriberState, string> = {
  confirmed: 'Confirmed',
  pending: 'Asked, no answer yet',
};
export const OUTCOME_WORDS: Record<ImportOutcome, string> = {
  asked: 'Is asked by mail',
  'asked-lately': 'Was asked less than ten minutes ago',
  subscribed: 'Is a subscriber already',
  twice: 'Stands in the list twice',
  'no-address': 'Is no e-mail address',
  'no-component': 'Wishes for a component that the page does not have',
  'not-email': 'Is no e-mail subscriber; webhooks are added by hand',
};
export const ANNOUNCEMENT_WORDS: Record<AnnouncementType, string> = ENGLISH.announcements;

/** What somebody chose of a page: "Checkout, API", or everything. */
export const chosenText = (ids: readonly string[], components: readonly { id: string; name: string }[]): string =>
  ids.length === 0
    ? 'All components'
    : components
        .filter(({ id }) => ids.includes(id))
        .map(({ name }) => name)
        .join(', ') || 'Components that are no more';

const SOURCES: Record<StatusPage['components'][number]['source'], string> = {
  manual: 'set by hand',
  report: 'from a report',
  services: 'from its services',
  nothing: 'automatic',
};

/** Why a component is what it is: "set by hand by Ana". */
export const sourceText = ({ source, manual }: StatusPage['components'][number]): string =>
  source === 'manual' && manual ? `${SOURCES.manual} by ${manual.by}` : SOURCES[source];

/** What people read where the schema's words are meant for programs. */
export const PAGE_SAYS: Record<string, string> = {
  name: 'Give a name of at most 200 characters.',
  slug: 'Give an address of letters, digits and hyphens, such as example-shop.',
  host: 'Give a host name such as status.example.com, or nothing.',
  'look/accent': 'Give a colour such as #0a5a68.',
  'look/supportUrl': 'Give an address that begins with https://, or nothing.',
};
export const REPORT_SAYS: Record<string, string> = {
  title: 'Give a title of at most 200 characters.',
  body: 'Say what visitors are to know.',
  startsAt: 'Say when the work begins.',
  endsAt: 'Say when the work ends: later than its start.',
  publishAt: 'Give a time to come at which it is published, or none.',
};
