import type { Instant } from '../shared/time';
import { toIso } from '../shared/time';

/** One event of a calendar; `summary` and `description` may hold anything. */
export type CalendarEvent = {
  uid: string;
  start: Instant;
  /** Left out where it is no later than the start (RFC 5545, 3.8.2.2): the event is then an instant. */
  end: Instant;
  summary: string;
  description: string;
  url: string;
  /** When what it shows was last changed. Becomes DTSTAMP and SEQUENCE, so that equal contents give equal texts. */
  revisedAt: Instant;
};

export type Calendar = { name: string; description: string; events: readonly CalendarEvent[] };

/** How often calendars are asked to look again; most do so less often. */
const REFRESH = 'PT1H';
/** SEQUENCE has 31 bits: seconds since 2020 last until 2088. */
const SEQUENCE_EPOCH = Date.parse('2020-01-01T00:00:00Z');

/**
 * A calendar as RFC 5545 has it (with NAME, DESCRIPTION and REFRESH-INTERVAL of RFC 7986), in UTC instants, lines folded
 * at 75 octets and ended by CRLF. The same calendar always gives the same text.
 */
export function writeCalendar({ name, description, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//OpsKnight//Edge//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `X-WR-CALDESC:${escapeText(description)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...(events.length > 0 ? events.flatMap(linesOf) : NO_EVENTS),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** A calendar must hold something (RFC 5545, 3.6). */
const NO_EVENTS = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];

const linesOf = ({ uid, start, end, summary, description, url, revisedAt }: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${escapeText(uid)}`,
  `DTSTAMP:${utcText(revisedAt)}`,
  `LAST-MODIFIED:${utcText(revisedAt)}`,
  `SEQUENCE:${Math.max(0, Math.floor((revisedAt - SEQUENCE_EPOCH) / 1000))}`,
  `DTSTART:${utcText(start)}`,
  ...(end > start ? [`DTEND:${utcText(end)}`] : []),
  `SUMMARY:${escapeText(summary)}`,
  `DESCRIPTION:${escapeText(description)}`,
  `URL:${url}`,
  // Being on call keeps nobody from a meeting.
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** YYYYMMDDTHHMMSSZ, cut to the second. */
const utcText = (at: Instant): string =>
  toIso(at)
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:]/g, '');

const escapeText = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (char) => `\\${char}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    // What no line may hold (RFC 5545, 3.1), and halves of characters, which are no UTF-8.
    .replaceAll(/[^\P{Cc}\t]|\p{Cs}/gu, '');

/** RFC 5545, 3.1: lines of at most 75 octets, cut between characters; each further one begins with a space. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const char of line) {
    const size = octetsOf(char);
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += char;
    octets += size;
  }
  return folded;
}

function octetsOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
