import type { Urgency } from '../incident/incident';
import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { defineAdapter } from './define';
import { mapped, unmapped } from './event';
import { at, exactly, type Fields, fieldsOf, isFields, textAt } from './fields';
import { labelsFrom, pick } from './labels';
import { anyInstant } from './times';

/** `attributes.status` of an incident, https://betterstack.com/docs/uptime/webhooks/ ("Validating": recovery is being checked; "Unconfirmed": so is the failure) */
const INCIDENT: Readonly<Record<string, AlertAction>> = {
  unconfirmed: 'ignored',
  started: 'trigger',
  acknowledged: 'acknowledge',
  resolved: 'resolve',
  validating: 'ignored',
};

/** `attributes.event` of an error, https://betterstack.com/docs/errors/integrations/outgoing-webhooks/ */
const ERROR: Readonly<Record<string, AlertAction>> = {
  new_error: 'trigger',
  threshold: 'trigger',
  spike: 'trigger',
  reoccurred: 'trigger',
  unresolved: 'trigger',
  resolved: 'resolve',
};

const URGENCIES: Readonly<Record<string, Urgency>> = { started: 'HIGH' };

/** Better Stack: incidents of uptime monitoring and errors. Changes of monitors themselves open nothing. */
export const betterstack = defineAdapter('betterstack', 'Better Stack', (body, request) => {
  const data = at(body, 'data');
  const bare = at(body, 'incident');
  // Forwarders of its API send the incident alone.
  if (isFields(bare) && textAt(bare, 'id') !== null) return [incident(textAt(bare, 'id') ?? '', bare, request)];
  if (data === undefined) return null;
  return (Array.isArray(data) ? data : [data]).map((one) => eventOf(fieldsOf(one), request));
});

function eventOf(data: Fields, request: InboundRequest): AlertEvent {
  const [id, type] = [textAt(data, 'id'), textAt(data, 'type')];
  const attributes = fieldsOf(at(data, 'attributes'));
  if (id !== null && type === 'incident') return incident(id, attributes, request);
  if (id !== null && type === 'error') return error(id, attributes, request);
  return unmapped(request, { title: textAt(attributes, 'pronounceable_name') ?? textAt(attributes, 'name') });
}

function incident(id: string, attributes: Fields, request: InboundRequest): AlertEvent {
  const status = textAt(attributes, 'status') ?? statusByTimes(attributes);
  const action = exactly(INCIDENT, status);
  const about = {
    dedupKey: id,
    title: textAt(attributes, 'name'),
    otherTitles: [textAt(attributes, 'cause'), textAt(attributes, 'url')],
    description: textAt(attributes, 'cause'),
    severity: status,
    urgency: exactly(URGENCIES, status),
    sourceLink: textAt(attributes, 'origin_url'),
    links: [
      { href: textAt(attributes, 'screenshot_url'), text: 'Screenshot' },
      { href: textAt(attributes, 'url'), text: 'Monitored address' },
    ],
    labels: labelsFrom(pick(attributes, ['url', 'http_method', 'team_name', 'regions']), at(attributes, 'metadata')),
    source: textAt(attributes, 'url'),
    startedAt: anyInstant(at(attributes, 'started_at')),
    occurredAt: anyInstant(
      at(
        attributes,
        action === 'resolve' ? 'resolved_at' : action === 'acknowledge' ? 'acknowledged_at' : 'started_at',
      ),
    ),
  };
  return mapped(request, action, about);
}

/** Its older webhooks have no status: what has happened has a time. */
function statusByTimes(attributes: Fields): string | null {
  if (textAt(attributes, 'resolved_at') !== null) return 'Resolved';
  if (textAt(attributes, 'acknowledged_at') !== null) return 'Acknowledged';
  return textAt(attributes, 'started_at') === null ? null : 'Started';
}

function error(id: string, attributes: Fields, request: InboundRequest): AlertEvent {
  const kind = textAt(attributes, 'error_type');
  const message = textAt(attributes, 'error_message');
  return mapped(request, exactly(ERROR, textAt(attributes, 'event')), {
    dedupKey: `error:${id}`,
    title: [kind, message].filter((part) => part !== null).join(': '),
    description: message,
    sourceLink: textAt(attributes, 'error_url'),
    labels: labelsFrom(pick(attributes, ['application_name', 'error_type', 'call_site_function', 'call_site_file'])),
    source: textAt(attributes, 'application_name'),
  });
}
