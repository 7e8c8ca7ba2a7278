import type { Urgency } from '../incident/incident';
import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { defineAdapter } from './define';
import { alertEvent, mapped, unmapped } from './event';
import { at, exactly, type Fields, firstFilled, isFields, isUnfilled, listOf, textAt, textOf } from './fields';
import { labelsFrom, pick } from './labels';
import { anyInstant } from './times';

/** Issue `state`, https://docs.newrelic.com/docs/alerts/get-notified/incident-workflows/ */
const STATES: Readonly<Record<string, AlertAction>> = {
  created: 'trigger',
  activated: 'trigger',
  acknowledged: 'acknowledge',
  closed: 'resolve',
};

/** `current_state` of the legacy notification channel, and `state` of an incident or alert sent as an object; see the same pages. */
const LEGACY_STATES: Readonly<Record<string, AlertAction>> = {
  open: 'trigger',
  acknowledged: 'acknowledge',
  closed: 'resolve',
  resolved: 'resolve',
};

/** `triggerEvent` of a workflow, where the template has it: an acknowledged issue keeps its state. */
const ACKNOWLEDGED = ['USER_ACTION', 'ISSUE_ACKNOWLEDGED'];

const PRIORITIES: Readonly<Record<string, Urgency>> = {
  critical: 'HIGH',
  high: 'HIGH',
  medium: 'MEDIUM',
  warning: 'MEDIUM',
  low: 'LOW',
  info: 'LOW',
};

/** New Relic: workflow webhooks about an issue (a template that the customer may change), and legacy incidents. */
export const newrelic = defineAdapter('newrelic', 'New Relic', (body, request) => {
  if (firstFilled(body, ['current_state']) !== null && firstFilled(body, ['incident_id']) !== null)
    return [legacyEvent(body, request)];
  const inner = [at(body, 'incident'), at(body, 'alert')].find(isFields);
  return inner === undefined ? issueEvents(body, request) : innerEvents(inner, body, request);
});

/** `{incident: {id, title, state, severity, condition_name, policy_name}}`, and `{alert: {id, alert_condition_name, …}}`. */
function innerEvents(inner: Fields, body: Fields, request: InboundRequest): AlertEvent[] | null {
  const id = firstFilled(inner, ['id']);
  if (id === null) return null;
  const severity = firstFilled(inner, ['severity', 'priority']);
  const condition = firstFilled(inner, ['condition_name', 'alert_condition_name']);
  const about = {
    dedupKey: id,
    title: firstFilled(inner, ['title']),
    otherTitles: [condition, firstFilled(inner, ['message'])],
    description: firstFilled(inner, ['description', 'message']),
    severity,
    urgency: exactly(PRIORITIES, severity),
    sourceLink: firstFilled(inner, ['incident_url', 'url']),
    labels: labelsFrom(
      { condition, policy: firstFilled(inner, ['policy_name', 'alert_policy_name']) },
      pick(body, ['account_id', 'account_name', 'event_type']),
    ),
    startedAt: anyInstant(at(inner, 'created_at')),
    occurredAt: anyInstant(at(inner, 'updated_at')) ?? anyInstant(at(inner, 'timestamp')),
  };
  return [mapped(request, exactly(LEGACY_STATES, firstFilled(inner, ['state', 'status'])), about)];
}

function issueEvents(body: Fields, request: InboundRequest): AlertEvent[] | null {
  const id = firstFilled(body, ['id', 'issueId', 'issue_id']) ?? idInLink(firstFilled(body, ['issueUrl']));
  if (id === null) return null;
  const severity = firstFilled(body, ['priority', 'severity']);
  const conditions = firstOf(at(body, 'alertConditionNames'));
  const about = {
    dedupKey: id,
    title: firstOf(at(body, 'title')),
    otherTitles: [conditions],
    description: firstOf(at(body, 'description')) ?? firstOf(at(body, 'alertConditionDescriptions')),
    severity,
    urgency: exactly(PRIORITIES, severity),
    sourceLink: firstFilled(body, ['issueUrl', 'issuePageUrl', 'issue_url']),
    links: [{ href: firstOf(at(body, 'runbookUrl')), text: 'Runbook' }],
    labels: labelsFrom({
      policy: firstOf(at(body, 'alertPolicyNames')),
      condition: conditions,
      ...pick(body, ['workflowName', 'owner', 'impactedEntities', 'totalIncidents']),
    }),
    source: firstOf(at(body, 'impactedEntities')),
    startedAt: anyInstant(at(body, 'createdAt')),
    occurredAt: anyInstant(at(body, 'closedAt')) ?? anyInstant(at(body, 'updatedAt')),
  };
  const action = exactly(STATES, firstFilled(body, ['state']));
  if (action === null) return [unmapped(request, about)];
  return [alertEvent({ ...about, action: action === 'trigger' && isTaken(body) ? 'acknowledge' : action })];
}

/** Templates that leave the id out have it in the issue's address. */
const idInLink = (link: string | null): string | null => /\/issues\/([0-9a-f-]{36})/i.exec(link ?? '')?.[1] ?? null;

/** An acknowledged issue stays ACTIVATED: the default template tells by its trigger, others by who took it and when. */
function isTaken(body: Fields): boolean {
  if (ACKNOWLEDGED.includes(firstFilled(body, ['trigger', 'triggerEvent']) ?? '')) return true;
  return anyInstant(at(body, 'acknowledgedAt')) !== null && firstFilled(body, ['owner']) !== null;
}

function legacyEvent(body: Fields, request: InboundRequest): AlertEvent {
  const severity = firstFilled(body, ['severity']);
  const about = {
    dedupKey: JSON.stringify([textAt(body, 'account_id'), textAt(body, 'incident_id')]),
    title: firstFilled(body, ['condition_name']),
    otherTitles: [firstFilled(body, ['details']), firstFilled(body, ['policy_name'])],
    description: firstFilled(body, ['details']),
    severity,
    urgency: exactly(PRIORITIES, severity),
    sourceLink: firstFilled(body, ['incident_url']),
    links: [{ href: firstFilled(body, ['runbook_url']), text: 'Runbook' }],
    labels: labelsFrom(pick(body, ['policy_name', 'condition_name', 'account_name', 'account_id', 'owner'])),
    source: firstFilled(listOf(at(body, 'targets'))[0], ['name']),
    occurredAt: anyInstant(at(body, 'timestamp')),
  };
  const action = exactly(LEGACY_STATES, textAt(body, 'current_state'));
  return mapped(request, action, about);
}

/** Template fields come as text or as a list ("annotations.title" without an index). */
const firstOf = (value: unknown): string | null => filled(textOf(Array.isArray(value) ? value[0] : value));

const filled = (text: string | null): string | null => (text !== null && isUnfilled(text) ? null : text);
