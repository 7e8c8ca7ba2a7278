import type { Urgency } from '../../incident/incident';
import { type Instant, isTimeZone, MINUTE } from '../../shared/time';
import type { NotificationContent } from '../content';
import { line } from './plain';

/** How hard we notify, in a word, where no priority is set. */
const URGENCY_WORD: Record<Urgency, string> = { HIGH: 'High', MEDIUM: 'Medium', LOW: 'Low' };

/** "P1", or "High" while the incident has no priority. */
export const rank = ({ incident }: NotificationContent): string => incident.priority ?? URGENCY_WORD[incident.urgency];

export const titleOf = (content: NotificationContent, max: number, mark?: string): string =>
  line(content.incident.title, max, mark) || 'Untitled incident';
export const serviceOf = (content: NotificationContent): string => line(content.incident.serviceName, 60) || 'service';
export const whyOf = (content: NotificationContent, max = 300): string => line(content.why, max);

/** With a full stop, unless it ends like a sentence already. */
export const sentence = (text: string): string => (text === '' || /[.!?…]$/.test(text) ? text : `${text}.`);

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

/** How long the incident had been open when the message was made: "3 min", "2 h 5 min", "4 d 1 h". Null below a minute. */
export function openFor({ incident, createdAt }: NotificationContent): string | null {
  const minutes = Math.floor((createdAt - incident.openedAt) / MINUTE);
  if (minutes < 1) return null;
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

/** At most `limit` labels as clean pairs, in the order the alert gave them. */
export const topLabels = ({ incident }: NotificationContent, limit: number): [string, string][] =>
  Object.entries(incident.labels)
    .slice(0, limit)
    .map(([key, value]) => [line(key, 60), line(String(value), 160)]);
