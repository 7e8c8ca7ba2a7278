import { sha256Hex } from '../shared/hash';
import { err, ok, type Result } from '../shared/result';
import type { Instant } from '../shared/time';
import type { AlertEvent, AlertLink, InboundRequest, ParseFailure } from './adapter';
import { readBody } from './body';
import { alertEvent } from './event';
import { at, type Fields, firstText, isFields, listOf, textAt } from './fields';
import { labelsFrom } from './labels';
import { oneLine, TITLE_LIMIT } from './text';
import { anyInstant } from './times';

/** A deploy or another change of a service: pages nobody, and stands in the timelines of its incidents. */
export type ChangeEvent = {
  summary: string;
  source: string | null;
  links: AlertLink[];
  details: Record<string, string>;
  occurredAt: Instant;
};

export const CHANGE_REASON = 'change event';

/**
 * The body of PagerDuty's change events (`payload` with summary, timestamp, source, custom_details; `links`), or the
 * same fields without `payload`; `title` and `message` are as good as `summary`. Null: it has none of them.
 */
export function readChange(body: Fields, request: InboundRequest): AlertEvent | null {
  const inner = at(body, 'payload');
  const payload = isFields(inner) ? inner : body;
  const summary = firstText(payload, ['summary', 'title', 'message']);
  if (summary === null || oneLine(summary, TITLE_LIMIT) === '') return null;
  const details = at(payload, 'custom_details') ?? at(payload, 'details');
  const links = listOf(at(body, 'links')).map((one) => ({ href: textAt(one, 'href'), text: textAt(one, 'text') }));
  const occurredAt = anyInstant(at(payload, 'timestamp'));
  const event = alertEvent({
    ...{ action: 'ignored', dedupKey: `change:${sha256Hex(request.body).slice(0, 32)}`, title: summary },
    ...{ source: textAt(payload, 'source'), labels: labelsFrom(details), links, occurredAt, reason: CHANGE_REASON },
  });
  const change = {
    ...{ summary: event.title, source: event.source, links: event.links, details: event.labels },
    occurredAt: occurredAt ?? request.receivedAt,
  };
  return { ...event, change };
}

/** Types whose own address takes changes at `…/{key}/change`; PagerDuty's has an address for them. */
const TAKES_CHANGES = new Set(['events', 'webhook']);

/** A body posted to `…/{key}/change`; null: this is no such request. */
export function changeRequest(type: string, request: InboundRequest): Result<AlertEvent[], ParseFailure> | null {
  if (!TAKES_CHANGES.has(type) || request.rest[0] !== 'change') return null;
  const body = readBody(request);
  if (!body.ok) return body;
  const change = isFields(body.value.value) ? readChange(body.value.value, request) : null;
  return change ? ok([change]) : err({ reason: 'A change event needs a summary.' });
}
