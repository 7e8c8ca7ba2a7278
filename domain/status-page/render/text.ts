import { escapeHtml } from '../../notification/render/email-html';
import { DAY, HOUR, type Instant, MINUTE, toIso } from '../../shared/time';
import type { PageWords } from '../languages/words';

export const esc = escapeHtml;

const LINK = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/g;

/** One line of what somebody wrote, with its addresses to click on. */
function linked(line: string): string {
  let html = '';
  let from = 0;
  for (const match of line.matchAll(LINK)) {
    html += esc(line.slice(from, match.index));
    html += `<a href="${esc(match[0])}" rel="nofollow noopener">${esc(match[0])}</a>`;
    from = match.index + match[0].length;
  }
  return html + esc(line.slice(from));
}

/** What somebody wrote, as paragraphs: blank lines part them, addresses are links, nothing else means anything. */
export const prose = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${part.trim().split('\n').map(linked).join('<br>')}</p>`)
    .join('');

export type Clock = { timezone: string; words: PageWords };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  if (formats.size > 200) formats.clear();
  formats.set(key, made);
  return made;
}

const DAY_PARTS = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const TIME_PARTS = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const;

/** "28 Nov 2026, 14:30 CET": on the page's clock, which is named. */
export const momentText = (at: Instant, { timezone, words }: Clock): string =>
  formatOf(words.locale, { timeZone: timezone, ...DAY_PARTS, ...TIME_PARTS }).format(at);

/** The end of something that began at `start`: "16:00 CET" where that is the same day on the page's clock. */
export function endText(start: Instant, end: Instant, clock: Clock): string {
  const { timezone, words } = clock;
  const days = formatOf(words.locale, { timeZone: timezone, ...DAY_PARTS });
  if (days.format(start) !== days.format(end)) return momentText(end, clock);
  return formatOf(words.locale, { timeZone: timezone, ...TIME_PARTS }).format(end);
}

/** The same for machines too; the script adds the visitor's own time, and UTC is in the title without any. */
export const momentHtml = (at: Instant, clock: Clock, text = momentText(at, clock)): string =>
  `<time datetime="${toIso(at).slice(0, 19)}Z" title="${toIso(at).slice(0, 16).replace('T', ' ')} UTC">${esc(text)}</time>`;

export const dayText = (date: string, { words }: Clock): string =>
  formatOf(words.locale, { timeZone: 'UTC', ...DAY_PARTS }).format(Date.parse(date));

/** "2 h 5 min". */
export function durationText(ms: number, { units }: PageWords): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE));
  const [d, h, min] = [
    Math.floor((minutes * MINUTE) / DAY),
    Math.floor(((minutes * MINUTE) % DAY) / HOUR),
    minutes % 60,
  ];
  return [d && `${d} ${units.d}`, h && `${h} ${units.h}`, min && `${min} ${units.min}`].filter(Boolean).join(' ');
}

/** "99.94 %": never rounded up to a hundred. */
export function shareText(share: number, { locale }: PageWords): string {
  const percent = Math.floor(share * 100_000) / 1000;
  const format = formatOfNumber(locale, percent === 100 ? 0 : 2);
  return `${format.format(Math.floor(percent * 100) / 100)} %`;
}

const formatOfNumber = (locale: string, digits: number): Intl.NumberFormat =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Names with the language's commas and "and". */
export const listText = (names: readonly string[], { locale }: PageWords): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
