import { type Instant, isTimeZone, MINUTE } from '../../shared/time';
import type { NotificationContent } from '../content';
import { type Words, wordsFor } from '../words/words';
import { line } from './plain';

/** The words of the receiver's language. */
export const wordsOf = ({ recipient }: NotificationContent): Words => wordsFor(recipient.locale);

/** "P1", or "High" while the incident has no priority. */
export const rank = (content: NotificationContent): string =>
  content.incident.priority ?? wordsOf(content).urgency[content.incident.urgency];

export const titleOf = (content: NotificationContent, max: number, mark?: string): string =>
  line(content.incident.title, max, mark) || wordsOf(content).untitled;
export const serviceOf = (content: NotificationContent): string =>
  line(content.incident.serviceName, 60) || wordsOf(content).service;
export const whyOf = (content: NotificationContent, max = 300): string => line(content.why, max);

/** What stands before the heading of a message that is no page: "Resolved", "Target missed". Null for a page. */
export function newsOf(content: NotificationContent): string | null {
  const words = wordsOf(content);
  switch (content.intent) {
    case 'page':
      return null;
    case 'resolved':
      return words.resolved;
    case 'sla-warning':
    case 'sla-breached':
      return words.sla[content.intent];
  }
}

/** With a full stop, unless it ends like a sentence already. */
export const sentence = (text: string): string => (text === '' || /[.!?…。！？]$/.test(text) ? text : `${text}.`);

const isLocale = (locale: string): boolean => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
};

/** "23 Nov 2026, 19:40 CET (Europe/Berlin)": date and time as the recipient writes them, in their zone, named. */
export function timeFor(content: NotificationContent, at: Instant): string {
  const { timezone, locale } = content.recipient;
  const zone = isTimeZone(timezone) ? timezone : 'UTC';
  const text = new Intl.DateTimeFormat(isLocale(locale) ? locale : 'en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
  const plain = text.replace(/\s+/g, ' ');
  return zone === 'UTC' ? plain : `${plain} (${zone})`;
}

type Amount = readonly [count: number, unit: 'd' | 'h' | 'min'];

/** How long the incident had been open when the message was made, in its two greatest units; empty below a minute. */
export function openAmounts({ incident, createdAt }: NotificationContent): Amount[] {
  const minutes = Math.floor((createdAt - incident.openedAt) / MINUTE);
  const parts: Amount[] = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  return first < 0 ? [] : parts.slice(first, first + 2).filter(([count]) => count > 0);
}

/** The same in short words: "3 min", "2 h 5 min", "4 d 1 h". Null below a minute. */
export function openFor(content: NotificationContent): string | null {
  const { units } = wordsOf(content);
  const amounts = openAmounts(content).map(([count, unit]) => `${count} ${units[unit]}`);
  return amounts.length === 0 ? null : amounts.join(' ');
}

/** At most `limit` labels as clean pairs, in the order the alert gave them. */
export const topLabels = ({ incident }: NotificationContent, limit: number): [string, string][] =>
  Object.entries(incident.labels)
    .slice(0, limit)
    .map(([key, value]) => [line(key, 60), line(String(value), 160)]);
