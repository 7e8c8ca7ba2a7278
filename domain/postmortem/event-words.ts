import type { TimelineEntry, TimelineKind } from '../incident/timeline';

type Tell = (who: string, detail: TimelineEntry['detail']) => string;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const people = (value: unknown): string =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(', ') : '';
const quoted = (value: unknown): string => (text(value) === '' ? '' : `: “${text(value)}”`);
const named = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value ? text(value.name) : text(value);

/** What an event of an incident's timeline is called in a postmortem; the rest is named by its kind. */
const WORDS: Partial<Record<TimelineKind, Tell>> = {
  opened: (who, { title }) => `${who} opened the incident${quoted(title)}.`,
  'nobody-paged': (_who, { reason }) => `Nobody was paged${quoted(reason)}.`,
  'alert-repeated': (who) => `${who} sent the alert again.`,
  'alert-resolved': (who) => `${who} said that the alert is over.`,
  'urgency-raised': (who, { to }) => `${who} raised the urgency to ${text(to)}.`,
  'step-fired': (_who, detail) => `Step ${detail.step} paged ${people(detail.people) || 'its people'}.`,
  'step-empty': (_who, { step }) => `Step ${step} reached nobody.`,
  'last-resort-paged': (_who, detail) => `The last resort paged ${people(detail.people) || 'the administrators'}.`,
  'notification-failed': (_who, { userName, channel }) => `${text(userName)} could not be reached by ${text(channel)}.`,
  acknowledged: (who) => `${who} acknowledged.`,
  'acknowledgement-lapsed': () => 'The acknowledgement lapsed; paging went on.',
  snoozed: (who, { reason }) => `${who} snoozed it${quoted(reason)}.`,
  'snooze-ended': () => 'The snooze ended.',
  escalated: (who) => `${who} escalated.`,
  reassigned: (who, { to }) => `${who} reassigned it to ${named(to)}.`,
  'responders-added': (who, detail) => `${who} asked ${people(detail.people) || 'others'} to help.`,
  'responder-joined': (who) => `${who} joined.`,
  suppressed: (who, { reason }) => `${who} suppressed it${quoted(reason)}.`,
  'note-added': (who, { excerpt }) => `${who} wrote${quoted(excerpt)}.`,
  resolved: (who, { note }) => `${who} resolved it${quoted(note)}.`,
  reopened: (who, { reason }) => `${who} opened it again${quoted(reason)}.`,
};

/** One line of a timeline as a sentence, in English as the console is. */
export function eventWords({ kind, actor, detail }: Pick<TimelineEntry, 'kind' | 'actor' | 'detail'>): string {
  const tell = WORDS[kind];
  if (tell) return tell(actor.name, detail).replaceAll('.”.', '.”');
  const word = kind.replaceAll('-', ' ');
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}.`;
}
