import { at, embedded, type Fields, fieldsOf, isFields, listOf, plainNames, textAt, textOf } from './fields';
import { readJson } from './json';

/** What of a mail's headers an alert needs, under plain names. */
const WANTED = ['subject', 'from', 'to', 'date', 'messageid', 'autosubmitted', 'contenttype'];

/**
 * A forwarder's fields with what stands only in the mail's headers or envelope; its own fields come first. Headers come as
 * an object (CloudMailin), a list of pairs (Mailgun's `message-headers`) or of objects (Postmark), or as text (SendGrid).
 */
export function withHeaders(fields: Fields): Fields {
  const pairs = [...pairsOf(at(fields, 'headers')), ...pairsOf(at(fields, 'messageheaders'))];
  const headers = plainNames(Object.fromEntries(pairs.reverse()));
  const known = Object.fromEntries(Object.entries(headers).filter(([name]) => WANTED.includes(name)));
  const to = at(fieldsOf(embedded(at(fields, 'envelope'))), 'to');
  return { ...known, envelopeto: textOf(to) ?? textOf(listOf(to)[0]), ...fields };
}

function pairsOf(headers: unknown): [string, unknown][] {
  if (isFields(headers)) return Object.entries(headers);
  if (Array.isArray(headers)) return headers.map(pairOf).filter((pair) => pair !== null);
  if (typeof headers !== 'string') return [];
  const list = headers.trimStart().startsWith('[') ? readJson(headers) : null;
  if (list?.ok) return pairsOf(list.value);
  const lines = headers.replace(/\r\n?/g, '\n').replace(/\n[ \t]+/g, ' ');
  return lines.split('\n').map((line) => [line.split(':', 1)[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]);
}

function pairOf(one: unknown): [string, unknown] | null {
  const fields = isFields(one) ? plainNames(one) : null;
  const name = fields ? textAt(fields, 'name') : textOf(listOf(one)[0]);
  return name === null ? null : [name, fields ? at(fields, 'value') : listOf(one)[1]];
}
