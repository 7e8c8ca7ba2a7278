import type { Urgency } from '../incident/incident';
import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { defineAdapter } from './define';
import { mapped } from './event';
import { at, exactly, type Fields, firstFilled, isFields, listOf, textAt } from './fields';
import { labelsFrom } from './labels';
import { anyInstant } from './times';

/** Health rule violation events, https://docs.appdynamics.com/ (events reference, HTTP request templates) */
const ACTIONS: Readonly<Record<string, AlertAction>> = {
  policy_open: 'trigger',
  policy_open_warning: 'trigger',
  policy_open_critical: 'trigger',
  policy_upgraded: 'trigger',
  policy_downgraded: 'trigger',
  policy_continues: 'trigger',
  policy_continues_warning: 'trigger',
  policy_continues_critical: 'trigger',
  policy_close: 'resolve',
  policy_close_warning: 'resolve',
  policy_close_critical: 'resolve',
  policy_canceled: 'resolve',
  policy_canceled_warning: 'resolve',
  policy_canceled_critical: 'resolve',
};

/** How bad it is stands in the type too, for templates that leave `severity` out. */
const TYPE_SEVERITIES: Readonly<Record<string, string>> = {
  policy_open_warning: 'WARN',
  policy_open_critical: 'ERROR',
  policy_continues_warning: 'WARN',
  policy_continues_critical: 'ERROR',
  policy_upgraded: 'ERROR',
  policy_downgraded: 'WARN',
};

const SEVERITIES: Readonly<Record<string, Urgency>> = {
  error: 'HIGH',
  critical: 'HIGH',
  warn: 'MEDIUM',
  warning: 'MEDIUM',
  info: 'LOW',
};

/**
 * AppDynamics HTTP request templates: one event, or a list of them. The violation's incident identifies; ids of events
 * are new each time. Without an incident: application, health rule and affected entity.
 */
export const appdynamics = defineAdapter('appdynamics', 'AppDynamics', (body, request) => {
  const one = at(body, 'event') ?? at(body, 'latestEvent');
  const many = [...listOf(at(body, 'events')), ...listOf(at(body, 'fullEventList')), ...listOf(at(body, 'eventList'))];
  const events = (many.length > 0 ? many : [one ?? body]).filter(isFields);
  const read = events.map((event) => eventOf(event, request)).filter((event) => event !== null);
  return read.length > 0 ? read : null;
});

function eventOf(event: Fields, request: InboundRequest): AlertEvent | null {
  const type = firstFilled(event, ['eventType', 'eventTypeKey', 'event_type']);
  const [application, entity] = [
    nameAt(event, 'application'),
    nameAt(event, 'affectedEntity') ?? nameAt(event, 'tier'),
  ];
  const rule = nameAt(event, 'healthRule') ?? nameAt(event, 'policy');
  const incident = textAt(event, 'incident', 'id') ?? firstFilled(event, ['incidentId', 'incident_id']);
  if (type === null || (incident ?? rule) === null) return null;
  const severity = firstFilled(event, ['severity', 'eventSeverity']) ?? exactly(TYPE_SEVERITIES, type);
  return mapped(request, exactly(ACTIONS, type), {
    dedupKey: incident ?? JSON.stringify([application, rule, entity]),
    title: firstFilled(event, ['summaryMessage', 'summary']),
    otherTitles: [rule, firstFilled(event, ['displayName', 'eventMessage']), type],
    description: firstFilled(event, ['eventMessage', 'summaryMessage']),
    severity,
    urgency: exactly(SEVERITIES, severity),
    sourceLink: firstFilled(event, ['deepLink']),
    labels: labelsFrom({
      application,
      tier: nameAt(event, 'tier'),
      node: nameAt(event, 'node'),
      rule,
      entity,
      eventType: type,
    }),
    source: entity ?? application,
    occurredAt: anyInstant(at(event, 'eventTime')),
  });
}

/** Templates print an entity whole or only its name. */
const nameAt = (event: Fields, name: string): string | null =>
  textAt(event, name, 'name') ?? firstFilled(event, [name]);
