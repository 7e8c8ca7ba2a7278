import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { defineAdapter, type Reading } from './define';
import { alertEvent, mapped } from './event';
import { freshKey } from './events';
import { at, exactly, type Fields, firstText, isFields, listOf, textAt, textOf } from './fields';
import { labelsFrom, pick } from './labels';
import { PRIORITY_NUMBERS, urgencyOf } from './severity';
import { anyInstant } from './times';

/** Verb of `/v2/alerts/{identifier}/{verb}`, https://docs.opsgenie.com/docs/alert-api; notes, tags and the like change no state. */
const API_ACTIONS: Readonly<Record<string, AlertAction>> = { acknowledge: 'acknowledge', close: 'resolve' };

/** `action` of the outgoing webhook, https://support.atlassian.com/opsgenie/docs/opsgenie-edge-connector-alert-action-data/ */
const WEBHOOK_ACTIONS: Readonly<Record<string, AlertAction>> = {
  create: 'trigger',
  unacknowledge: 'trigger',
  acknowledge: 'acknowledge',
  close: 'resolve',
  delete: 'resolve',
};

/** What the Alert API takes when the caller says nothing. */
const DEFAULT_PRIORITY = 'P3';

/** Opsgenie: calls of its Alert API (`rest` is what follows `/v2/alerts`), and its outgoing webhook `{action, alert}`. */
export const opsgenie = defineAdapter(
  'opsgenie',
  'Opsgenie',
  (body, request) => {
    if (request.rest.length > 0) return verbEvents(body, request);
    const alert = at(body, 'alert');
    if (isFields(alert)) return webhookEvents(body, alert, request);
    return textAt(body, 'message') === null ? null : [created(body, request)];
  },
  // Closing and deleting need no body.
  (text, request) => (text.trim() === '' && request.rest.length > 0 ? verbEvents({}, request) : null),
);

function created(body: Fields, request: InboundRequest): AlertEvent {
  const severity = textAt(body, 'priority') ?? DEFAULT_PRIORITY;
  return alertEvent({
    ...alertFinding(body, severity),
    action: 'trigger',
    dedupKey: textAt(body, 'alias') ?? freshKey(request),
  });
}

function verbEvents(body: Fields, request: InboundRequest): Reading {
  const [identifier, verb] = request.rest;
  if (identifier === undefined || identifier === '') return null;
  const action = verb === undefined && request.method === 'DELETE' ? 'resolve' : exactly(API_ACTIONS, verb ?? null);
  const about = { dedupKey: identifier, description: textAt(body, 'note') };
  return [mapped(request, action, about)];
}

function webhookEvents(body: Fields, alert: Fields, request: InboundRequest): Reading {
  const key = firstText(alert, ['alias', 'alertId']);
  if (key === null) return null;
  const about = { ...alertFinding(alert, textAt(alert, 'priority')), dedupKey: key };
  const action = exactly(WEBHOOK_ACTIONS, textAt(body, 'action'));
  return [mapped(request, action, about)];
}

function alertFinding(alert: Fields, severity: string | null) {
  const tags = listOf(at(alert, 'tags')).map(textOf);
  const createdAt = anyInstant(at(alert, 'createdAt'));
  return {
    title: textAt(alert, 'message'),
    description: textAt(alert, 'description'),
    severity,
    urgency: urgencyOf(severity, PRIORITY_NUMBERS),
    sourceLink: textAt(alert, 'source'),
    labels: labelsFrom(at(alert, 'details'), pick(alert, ['entity', 'tinyId']), {
      tags: tags.filter((tag) => tag !== null).join(', '),
    }),
    source: firstText(alert, ['entity', 'source']),
    startedAt: createdAt,
    occurredAt: anyInstant(at(alert, 'updatedAt')) ?? createdAt,
  };
}
