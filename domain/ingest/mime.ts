import type { Instant } from '../shared/time';
import { bytesFromBase64 } from './base64';
import { htmlText } from './html-text';
import { decodeBytes, decodeWords, quotedPrintable } from './mime-words';

/** What an alert needs of a mail. */
export type Mail = {
  subject: string;
  from: string | null;
  to: string | null;
  date: Instant | null;
  messageId: string | null;
  text: string | null;
  /** Out-of-office notes and bounces (RFC 3834) must not page anyone. */
  isAutomaticReply: boolean;
};

type Headers = Map<string, string>;

const MAX_DEPTH = 10;
const MAX_PARTS = 100;

/** Reads a MIME message (RFC 5322, 2045–2047) leniently: whatever is broken is left out, nothing throws. */
export function readMail(raw: string): Mail {
  const { headers, body } = split(raw.replace(/\r\n/g, '\n'));
  const contents: { plain: string[]; html: string[]; parts: number } = { plain: [], html: [], parts: 0 };
  collect(headers, body, contents, 0);
  const date = Date.parse(headers.get('date') ?? '');
  const automatic = (headers.get('auto-submitted') ?? 'no').toLowerCase().startsWith('auto-replied');
  return {
    subject: decodeWords(headers.get('subject') ?? ''),
    from: textOrNull(decodeWords(headers.get('from') ?? '')),
    to: textOrNull(headers.get('delivered-to') ?? headers.get('to') ?? ''),
    date: Number.isNaN(date) ? null : date,
    messageId: textOrNull(headers.get('message-id') ?? ''),
    text: textOrNull(contents.plain.length > 0 ? contents.plain.join('\n') : contents.html.map(htmlText).join('\n')),
    isAutomaticReply: automatic || (headers.get('content-type') ?? '').toLowerCase().startsWith('multipart/report'),
  };
}

function split(part: string): { headers: Headers; body: string } {
  const end = part.startsWith('\n') ? 0 : part.indexOf('\n\n');
  const head = end < 0 ? part : part.slice(0, end);
  const headers: Headers = new Map();
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: end < 0 ? '' : part.slice(end).replace(/^\n+/, '') };
}

function collect(
  headers: Headers,
  body: string,
  into: { plain: string[]; html: string[]; parts: number },
  depth: number,
): void {
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = parameter(type, 'boundary');
  into.parts += 1;
  if (into.parts > MAX_PARTS || depth > MAX_DEPTH) return;
  if (type.toLowerCase().startsWith('multipart/') && boundary !== null) {
    for (const part of `\n${body}`.split(`\n--${boundary}`).slice(1)) {
      if (part.startsWith('--')) break;
      const inner = split(part.replace(/^[ \t]*\n/, ''));
      collect(inner.headers, inner.body, into, depth + 1);
    }
    return;
  }
  if ((headers.get('content-disposition') ?? '').toLowerCase().startsWith('attachment')) return;
  if (/^text\/plain\b/i.test(type)) into.plain.push(decodeBody(headers, type, body));
  else if (/^text\/html\b/i.test(type)) into.html.push(decodeBody(headers, type, body));
}

function decodeBody(headers: Headers, type: string, body: string): string {
  const charset = parameter(type, 'charset') ?? 'utf-8';
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  if (encoding === 'quoted-printable') return decodeBytes(quotedPrintable(body), charset);
  if (encoding !== 'base64') return body;
  const bytes = bytesFromBase64(body);
  return bytes === null ? '' : decodeBytes(bytes, charset);
}

function parameter(header: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header);
  return match?.[1] ?? match?.[2] ?? null;
}

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
