import type { Urgency } from '../incident/incident';
import { sha256Hex } from '../shared/hash';
import { ok } from '../shared/result';
import type { Adapter, AlertAction, AlertEvent, InboundRequest } from './adapter';
import { readBody } from './body';
import { mapped, unmapped } from './event';
import { at, exactly, type Fields, isFields, textOf } from './fields';
import { labelsFrom } from './labels';
import { monitEvent } from './monit';
import { valueAtPath } from './path';
import { urgencyOf } from './severity';
import { anyInstant } from './times';

/** Where to look in a body: per fact an ordered list of exact names, or of paths with dots ("alert.title"). */
export type WebhookMapping = Record<keyof typeof NAMES, readonly string[]>;

/** Names that are understood without a mapping. */
const NAMES = {
  title: ['title', 'summary', 'message', 'subject', 'name', 'alert_name', 'alertName', 'text'],
  description: ['description', 'details', 'body', 'message', 'text'],
  status: ['event_action', 'status', 'state', 'alert_status', 'action'],
  severity: ['severity', 'priority', 'level', 'urgency'],
  dedupKey: [
    ...['dedup_key', 'dedupKey', 'dedup', 'alert_uid', 'fingerprint', 'alias', 'incident_key', 'unique_key'],
    ...['alert_id', 'alertId', 'id', 'uid', 'key'],
  ],
  sourceLink: [
    'url',
    'link',
    'source_url',
    'sourceUrl',
    'alert_url',
    'html_url',
    'client_url',
    'permalink',
    'href',
    'link_to_upstream_details',
  ],
  source: ['source', 'host', 'hostname', 'service', 'component'],
  time: ['timestamp', 'time', 'occurred_at', 'occurredAt', 'date'],
} as const satisfies Record<string, readonly string[]>;

/** What the status words of most tools mean; a word that is not here is kept as unmapped. */
const ACTIONS: Readonly<Record<string, AlertAction>> = {
  ...words(
    'trigger',
    'trigger triggered firing fired fire alert alerting alarm open opened active problem down failed',
  ),
  ...words(
    'trigger',
    'failure failing error critical warning create created new unresolved unhealthy bad start started',
  ),
  ...words('acknowledge', 'acknowledge acknowledged ack acked'),
  ...words('resolve', 'resolve resolved ok okay up close closed clear cleared recovery recovered success succeeded'),
  ...words('resolve', 'normal healthy fixed inactive good ended'),
};

/**
 * Any tool that has no adapter of its own: one JSON object, a list of them, a form or a query. A mapping set for an
 * integration takes the place of our names; its own status words (lower case) are added to ours.
 */
export const webhookWith = (
  mapping: Partial<WebhookMapping> = {},
  actions: Readonly<Record<string, AlertAction>> = {},
  urgencies: Readonly<Record<string, Urgency>> = {},
): Adapter => ({
  type: 'webhook',
  name: 'Webhook',
  parse: (request) => {
    const body = readBody(request);
    if (!body.ok) return body;
    const { value } = body.value;
    const items = Array.isArray(value) ? value : [value];
    const reader = { names: { ...NAMES, ...mapping }, actions: { ...ACTIONS, ...actions }, urgencies };
    return ok(items.map((item) => (isFields(item) ? eventOf(item, request, reader) : unmapped(request))));
  },
});

export const webhook = webhookWith();

type Reader = {
  names: WebhookMapping;
  actions: Readonly<Record<string, AlertAction>>;
  urgencies: Readonly<Record<string, Urgency>>;
};

function eventOf(body: Fields, request: InboundRequest, { names, actions, urgencies }: Reader): AlertEvent {
  const monit = monitEvent(body, request);
  if (monit !== null) return monit;
  const [title, key, word] = [find(body, names.title), find(body, names.dedupKey), find(body, names.status)];
  const [source, severity] = [find(body, names.source), find(body, names.severity)];
  if (title === null && key === null) return unmapped(request, { labels: labelsFrom(body) });
  const description = find(body, names.description);
  const shown = [...names.title, ...names.description];
  const about = {
    dedupKey: key ?? `title:${sha256Hex(JSON.stringify([title, source]))}`,
    title,
    otherTitles: [key],
    description: description === title ? null : description,
    severity,
    urgency: exactly(urgencies, severity) ?? urgencyOf(severity),
    sourceLink: find(body, names.sourceLink),
    source,
    labels: labelsFrom(Object.fromEntries(Object.entries(body).filter(([name]) => !shown.includes(name)))),
    occurredAt: names.time.map((name) => anyInstant(valueAt(body, name))).find((time) => time !== null) ?? null,
  };
  const action = word === null ? 'trigger' : exactly(actions, word);
  return mapped(request, action, about);
}

/** A name is tried as it stands before its dots are followed; what is there and empty says nothing. */
const valueAt = (body: Fields, name: string): unknown => at(body, name) ?? valueAtPath(body, name);

function find(body: Fields, names: readonly string[]): string | null {
  for (const name of names) {
    const text = textOf(valueAt(body, name));
    if (text !== null) return text;
  }
  return null;
}

function words(action: AlertAction, list: string): Record<string, AlertAction> {
  return Object.fromEntries(list.split(' ').map((word) => [word, action]));
}
