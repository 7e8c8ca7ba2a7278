/** One line of a calendar: `NAME;PARAM=value:value`. Names are upper case; quotes around parameters are gone. */
export type IcalLine = { name: string; params: Map<string, string>; value: string };

/** BEGIN to END of one thing; `parts` are those inside. */
export type IcalComponent = { name: string; lines: IcalLine[]; parts: IcalComponent[] };

/** What the importer looks at; anything else, such as attachments, is not kept. */
const READ = new Set(
  'UID DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID SUMMARY STATUS ATTENDEE TZID X-LIC-LOCATION X-WR-TIMEZONE'.split(
    ' ',
  ),
);
const LONGEST_LINE = 10_000;
const MOST_DEPTH = 10;
/** All components, alarms and observances included. */
const MOST_PARTS = 20_000;

export type IcalProblem = 'not-a-calendar' | 'too-many-parts';

/**
 * The calendar in a text of RFC 5545; several in one text are read as one. Takes LF for CRLF and what real calendars get
 * wrong (blank lines, unknown names). Takes time by the length of the text only.
 */
export function readCalendar(text: string): IcalComponent | IcalProblem {
  const calendar: IcalComponent = { name: 'VCALENDAR', lines: [], parts: [] };
  const open: IcalComponent[] = [];
  let parts = 0;
  let calendars = 0;
  for (const line of linesOf(text)) {
    const parsed = parseLine(line);
    if (!parsed) continue;
    const { name, value } = parsed;
    if (name === 'BEGIN') {
      const kind = value.trim().toUpperCase();
      if (open.length === 0) {
        if (kind !== 'VCALENDAR') return 'not-a-calendar';
        calendars += 1;
        open.push(calendar);
        continue;
      }
      parts += 1;
      if (parts > MOST_PARTS || open.length > MOST_DEPTH) return 'too-many-parts';
      const part: IcalComponent = { name: kind, lines: [], parts: [] };
      open.at(-1)?.parts.push(part);
      open.push(part);
    } else if (name === 'END') open.pop();
    else if (READ.has(name)) open.at(-1)?.lines.push(parsed);
  }
  return calendars === 0 || open.length > 0 ? 'not-a-calendar' : calendar;
}

/** Lines, joined where they were folded. */
function* linesOf(text: string): Generator<string> {
  let line = '';
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at <= text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const part = text.slice(at, text[end - 1] === '\r' && end > at ? end - 1 : end);
    at = end + 1;
    if (part.startsWith(' ') || part.startsWith('\t')) {
      if (line.length < LONGEST_LINE) line += part.slice(1);
      continue;
    }
    if (line !== '') yield line;
    line = part;
  }
  if (line !== '') yield line;
}

/** Null for what is no line of a calendar. A value that is too long is cut: nothing that is read is that long. */
function parseLine(line: string): IcalLine | null {
  const text = line.slice(0, LONGEST_LINE);
  const colon = colonOf(text);
  if (colon < 0) return null;
  const [name = '', ...rest] = splitOutside(text.slice(0, colon), ';');
  const params = new Map<string, string>();
  for (const param of rest) {
    const equals = param.indexOf('=');
    if (equals > 0) params.set(param.slice(0, equals).toUpperCase(), param.slice(equals + 1).replaceAll('"', ''));
  }
  return { name: name.trim().toUpperCase(), params, value: text.slice(colon + 1) };
}

/** The first colon that no quotes enclose. */
function colonOf(text: string): number {
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '"') quoted = !quoted;
    else if (text[i] === ':' && !quoted) return i;
  }
  return -1;
}

function splitOutside(text: string, separator: string): string[] {
  const parts = [''];
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    if (char === separator && !quoted) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

/** The first line of that name. */
export const lineOf = ({ lines }: IcalComponent, name: string): IcalLine | undefined =>
  lines.find((line) => line.name === name);

export const linesNamed = ({ lines }: IcalComponent, name: string): IcalLine[] =>
  lines.filter((line) => line.name === name);

/** The text that an escaped value stands for. */
export const unescapeText = (value: string): string =>
  value.replaceAll(/\\([\\;,nN])/g, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char));
