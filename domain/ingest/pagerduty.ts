import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { readChange } from './change';
import { defineAdapter, type Reading } from './define';
import { alertEvent, mapped, testPing, unmapped } from './event';
import { EVENT_SEVERITIES, freshKey, readEvent } from './events';
import { at, exactly, type Fields, fieldsOf, firstText, isFields, listOf, textAt } from './fields';
import { labelsFrom } from './labels';
import { urgencyOf } from './severity';
import { anyInstant } from './times';

const DEDUP_KEY_LIMIT = 255;

/** `event.event_type` of v3 webhooks, https://developer.pagerduty.com/docs/webhooks-overview#event-types; v2 and v1 wrote "incident.trigger". */
const WEBHOOK_ACTIONS: Readonly<Record<string, AlertAction>> = {
  'incident.triggered': 'trigger',
  'incident.reopened': 'trigger',
  'incident.unacknowledged': 'trigger',
  'incident.acknowledged': 'acknowledge',
  'incident.resolved': 'resolve',
  'incident.trigger': 'trigger',
  'incident.unacknowledge': 'trigger',
  'incident.acknowledge': 'acknowledge',
  'incident.resolve': 'resolve',
};

/** `event_type` of the Events API v1, https://developer.pagerduty.com/docs/events-api-v1-overview */
const V1_ACTIONS: Readonly<Record<string, AlertAction>> = {
  trigger: 'trigger',
  acknowledge: 'acknowledge',
  resolve: 'resolve',
};

/** PagerDuty: bodies of its Events API (v2, v1, change events), and its own webhooks (v3, v2, v1) while a customer migrates. */
export const pagerduty = defineAdapter('pagerduty', 'PagerDuty', (body, request) => {
  const event = at(body, 'event');
  if (isFields(event)) return [webhookEvent(event, fieldsOf(at(event, 'data')), request)];
  if (Array.isArray(at(body, 'messages'))) {
    return listOf(at(body, 'messages')).map((one) =>
      webhookEvent(fieldsOf(one), fieldsOf(at(one, 'incident') ?? at(one, 'data', 'incident')), request),
    );
  }
  if (request.rest[0] === 'change') {
    const change = textAt(body, 'payload', 'summary') === null ? null : readChange(body, request);
    return change ? [change] : { failure: 'payload.summary is required on a change event.' };
  }
  return Object.hasOwn(body, 'event_type') ? version1(body, request) : version2(body, request);
});

/** Stricter than our own events: what PagerDuty refuses is refused, so clients see the answers they know. */
function version2(body: Fields, request: InboundRequest): Reading {
  if (!['event_action', 'payload', 'dedup_key', 'routing_key'].some((name) => Object.hasOwn(body, name))) return null;
  if ((textAt(body, 'dedup_key')?.length ?? 0) > DEDUP_KEY_LIMIT) {
    return { failure: 'dedup_key must not be longer than 255 characters.' };
  }
  if (textAt(body, 'event_action') === 'trigger') {
    const payload = at(body, 'payload');
    if (textAt(payload, 'summary') === null) return { failure: 'payload.summary is required on a trigger.' };
    if (textAt(payload, 'source') === null) return { failure: 'payload.source is required on a trigger.' };
    if (exactly(EVENT_SEVERITIES, textAt(payload, 'severity')) === null) {
      return { failure: 'payload.severity must be critical, error, warning or info.' };
    }
  }
  return readEvent(body, request);
}

function version1(body: Fields, request: InboundRequest): Reading {
  const action = exactly(V1_ACTIONS, textAt(body, 'event_type'));
  const key = textAt(body, 'incident_key');
  if (action === null) return { failure: 'event_type must be trigger, acknowledge or resolve.' };
  if (action !== 'trigger' && key === null) return { failure: `incident_key is required to ${action}.` };
  const title = textAt(body, 'description');
  if (action === 'trigger' && title === null) return { failure: 'description is required on a trigger.' };
  const details = at(body, 'details');
  const links = listOf(at(body, 'contexts')).map((one) => ({ href: textAt(one, 'href'), text: textAt(one, 'text') }));
  const sourceLink = textAt(body, 'client_url') ?? links[0]?.href ?? null;
  return [
    alertEvent({ action, dedupKey: key ?? freshKey(request), title, sourceLink, links, labels: labelsFrom(details) }),
  ];
}

function webhookEvent(event: Fields, data: Fields, request: InboundRequest): AlertEvent {
  const word = firstText(event, ['event_type', 'event', 'type']);
  if (word === 'pagey.ping') return testPing(request, { title: textAt(data, 'message') });
  // A note or a responder request is about an incident that it carries inside.
  const subject = fieldsOf(at(data, 'incident') ?? data);
  const id = textAt(subject, 'id');
  if (id === null) return unmapped(request);
  const [priority, urgency] = [textAt(subject, 'priority', 'summary'), textAt(subject, 'urgency')];
  const about = {
    dedupKey: id,
    title: firstText(subject, ['title', 'summary']),
    severity: priority ?? urgency,
    urgency: urgencyOf(priority) ?? urgencyOf(urgency),
    sourceLink: textAt(subject, 'html_url'),
    labels: labelsFrom({
      service: textAt(subject, 'service', 'summary') ?? textAt(subject, 'service', 'name'),
      number: firstText(subject, ['number', 'incident_number']),
      incident_key: textAt(subject, 'incident_key'),
    }),
    source: textAt(subject, 'service', 'summary'),
    startedAt: anyInstant(at(subject, 'created_at')),
    occurredAt: anyInstant(at(event, 'occurred_at')) ?? anyInstant(at(event, 'created_on')),
  };
  const action = exactly(WEBHOOK_ACTIONS, word);
  return mapped(request, action, about);
}
