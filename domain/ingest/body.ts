import { err, ok, type Result } from '../shared/result';
import type { InboundRequest, ParseFailure } from './adapter';
import { embedded } from './fields';
import { readJson } from './json';
import { readMultipart } from './multipart';

/** A body as a value: parsed JSON, or the fields of a form or query as an object of strings. */
export type Body = { kind: 'json' | 'form'; value: unknown };

/**
 * Reads a body however the vendor labels it. JSON is tried whenever the text looks like JSON, because senders post it as
 * text/plain (SNS) or by default as a form (curl, shell scripts); then forms, multipart, and the query for an empty body.
 */
export function readBody(request: InboundRequest): Result<Body, ParseFailure> {
  const text = request.body.replace(/^\uFEFF/, '');
  const type = request.contentType.toLowerCase();
  if (text.trim() === '') {
    if (Object.keys(request.query).length > 0) return ok(formBody(request.query));
    return err({ reason: 'The body is empty.' });
  }
  if (type.startsWith('multipart/')) {
    const fields = readMultipart(request.contentType, text);
    return fields ? ok(formBody(fields)) : err({ reason: 'The multipart body has no readable parts.' });
  }
  const isForm = type.startsWith('application/x-www-form-urlencoded');
  if (!isForm || /^\s*[{[]/.test(text)) {
    const json = readJson(text);
    if (json.ok) return ok({ kind: 'json', value: json.value });
    const lines = readLines(text);
    if (lines) return ok({ kind: 'json', value: lines });
  }
  if (isForm) return ok(formBody(Object.fromEntries(new URLSearchParams(text.trim()))));
  // Scripts post forms without saying so; JSON and prose have white space or braces.
  if (/^(?:text\/plain|$)/.test(type) && /^[\w.%*[\]+-]+=[^\s{}<>]*$/.test(text.trim())) {
    return ok(formBody(Object.fromEntries(new URLSearchParams(text.trim()))));
  }
  return err({ reason: 'The body is not valid JSON.' });
}

// More than any sender streams at once, and few enough to read in no time.
const LINES_LIMIT = 5000;

/** Objects of JSON, one a line (Zabbix streams its events so), as a list; null when a line is none. */
function readLines(text: string): unknown[] | null {
  if (!/^\s*\{[^\n]*\}\s*\n/.test(text)) return null;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > LINES_LIMIT) return null;
  const values: unknown[] = [];
  for (const line of lines) {
    const json = readJson(line);
    if (!json.ok) return null;
    values.push(json.value);
  }
  return values;
}

/** GitHub, Datadog and others put the whole JSON into one form field called `payload`. */
function formBody(fields: Record<string, string>): Body {
  const payload = Object.hasOwn(fields, 'payload') ? embedded(fields.payload) : null;
  return payload === null ? { kind: 'form', value: fields } : { kind: 'json', value: payload };
}
