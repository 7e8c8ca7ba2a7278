import type { Urgency } from '../incident/incident';
import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { defineAdapter } from './define';
import { alertEvent, ignored, mapped } from './event';
import { at, exactly, type Fields, fieldsOf, isFields, listOf, textAt, textOf } from './fields';
import { labelsFrom, pick } from './labels';
import { urgencyOf } from './severity';
import { instantFrom } from './times';

/** `monitorCondition`, https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-common-schema */
const CONDITIONS: Readonly<Record<string, AlertAction>> = { fired: 'trigger', resolved: 'resolve' };

/** `stage` of service health; maintenance that is only planned opens nothing. https://learn.microsoft.com/azure/service-health/service-health-notifications-properties */
const STAGES: Readonly<Record<string, AlertAction>> = {
  active: 'trigger',
  inprogress: 'trigger',
  resolved: 'resolve',
  complete: 'resolve',
  canceled: 'resolve',
};

/** `status` of the older, non-common schemas, https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-non-common-schema-definitions */
const CLASSIC: Readonly<Record<string, AlertAction>> = {
  activated: 'trigger',
  deactivated: 'resolve',
  resolved: 'resolve',
};

/** Sev0 critical, Sev1 error, Sev2 warning, Sev3 informational, Sev4 verbose. */
const SEVERITIES: Readonly<Record<string, Urgency>> = {
  sev0: 'HIGH',
  sev1: 'HIGH',
  sev2: 'MEDIUM',
  sev3: 'LOW',
  sev4: 'LOW',
  0: 'HIGH',
  1: 'HIGH',
  2: 'MEDIUM',
  3: 'LOW',
  4: 'LOW',
};

/** Azure Monitor: the common alert schema, and the older schemas of metric, log and activity log alerts. */
export const azure = defineAdapter('azure', 'Azure Monitor', (body, request) => {
  if (textAt(body, 'eventType') === 'Microsoft.EventGrid.SubscriptionValidationEvent') {
    return [subscription(textAt(body, 'data', 'validationCode'), request)];
  }
  const outer = fieldsOf(at(body, 'data'));
  // A CloudEvent or an Event Grid event carries the whole alert as its data, with a `data` of its own.
  const data = isFields(at(outer, 'data')) ? fieldsOf(at(outer, 'data')) : outer;
  const essentials = at(data, 'essentials');
  if (isFields(essentials)) return commonEvents(essentials, data, request);
  if (isFields(at(data, 'context', 'activityLog'))) return activityLog(data, request);
  if (isFields(at(data, 'context'))) return classicEvents(data, request);
  if (textAt(data, 'AlertRuleName') !== null) return [logAlert(data)];
  // Log alerts before there was an envelope.
  if (textAt(body, 'AlertRuleName') !== null) return [logAlert(body)];
  return isFields(at(body, 'context')) ? classicEvents(body, request) : null;
});

/** It delivers nothing before its code was read back. https://learn.microsoft.com/azure/event-grid/webhook-event-delivery */
function subscription(code: string | null, request: InboundRequest): AlertEvent {
  const answer = code === null ? undefined : { validationResponse: code };
  return ignored(request, 'Event Grid asks for its validation code', { title: 'Event Grid subscription', answer });
}

function commonEvents(essentials: Fields, data: Fields, request: InboundRequest): AlertEvent[] | null {
  const context = fieldsOf(at(data, 'alertContext'));
  const properties = fieldsOf(at(context, 'properties'));
  const tracking = isServiceHealth(essentials) ? textAt(properties, 'trackingId') : null;
  const alertId = textAt(essentials, 'alertId') ?? textAt(essentials, 'originAlertId');
  const dedupKey = tracking === null ? alertId : `servicehealth:${tracking}`;
  if (dedupKey === null) return null;
  const severity = textAt(essentials, 'severity');
  const first = listOf(at(context, 'condition', 'allOf'))[0];
  const about = {
    dedupKey,
    title: tracking === null ? textAt(essentials, 'alertRule') : textAt(properties, 'title'),
    otherTitles: [textAt(essentials, 'description'), textAt(context, 'AlertData', 'BudgetName'), 'Azure alert'],
    description: textAt(essentials, 'description') ?? textAt(properties, 'title'),
    severity,
    urgency: exactly(SEVERITIES, severity),
    sourceLink: textAt(essentials, 'investigationLink') ?? textAt(first, 'linkToSearchResultsUI'),
    links: [{ href: textAt(first, 'linkToFilteredSearchResultsUI'), text: 'Search results' }],
    labels: labelsFrom(
      pick(essentials, ['alertRule', 'signalType', 'monitoringService', 'alertTargetIDs']),
      at(context, 'labels'),
      at(context, 'AlertData'),
      properties,
      at(data, 'customProperties'),
    ),
    source: textOf(listOf(at(essentials, 'configurationItems'))[0]),
    startedAt: instantFrom(at(essentials, 'firedDateTime')),
    occurredAt: instantFrom(at(essentials, 'resolvedDateTime')) ?? instantFrom(at(essentials, 'firedDateTime')),
  };
  const action = commonAction(essentials, context, tracking !== null);
  return [mapped(request, action, about)];
}

const isServiceHealth = (essentials: Fields): boolean =>
  ['servicehealth', 'service health'].includes(textAt(essentials, 'monitoringService')?.toLowerCase() ?? '');

/** Activity log alerts always say Fired; whether it is over stands in the log entry. */
function commonAction(essentials: Fields, context: Fields, health: boolean): AlertAction | null {
  const condition = exactly(CONDITIONS, textAt(essentials, 'monitorCondition'));
  if (health) {
    const stage = textAt(context, 'properties', 'stage') ?? textAt(context, 'status');
    return stage === null ? condition : exactly(STAGES, stage);
  }
  return condition === 'trigger' && textAt(context, 'status') === 'Resolved' ? 'resolve' : condition;
}

function classicEvents(data: Fields, request: InboundRequest): AlertEvent[] | null {
  const context = fieldsOf(at(data, 'context'));
  const id = textAt(context, 'id');
  if (id === null) return null;
  const severity = textAt(context, 'severity');
  const about = {
    dedupKey: JSON.stringify([id, textAt(context, 'resourceId')]),
    title: textAt(context, 'name'),
    otherTitles: [textAt(context, 'description'), id],
    description: textAt(context, 'description'),
    severity,
    urgency: exactly(SEVERITIES, severity),
    sourceLink: textAt(context, 'portalLink'),
    labels: labelsFrom(
      pick(context, ['resourceName', 'resourceType', 'resourceGroupName', 'resourceRegion']),
      at(data, 'properties'),
    ),
    source: textAt(context, 'resourceName'),
    occurredAt: instantFrom(at(context, 'timestamp')),
  };
  const action = exactly(CLASSIC, textAt(data, 'status'));
  return [mapped(request, action, about)];
}

function activityLog(data: Fields, request: InboundRequest): AlertEvent[] | null {
  const log = fieldsOf(at(data, 'context', 'activityLog'));
  const key = textAt(log, 'properties', 'trackingId') ?? textAt(log, 'correlationId') ?? textAt(log, 'eventDataId');
  if (key === null) return null;
  const about = {
    dedupKey: `activitylog:${key}`,
    title: textAt(log, 'properties', 'title') ?? textAt(log, 'operationName'),
    severity: textAt(log, 'level'),
    labels: labelsFrom(pick(log, ['eventSource', 'operationName', 'resourceId', 'status', 'subscriptionId'])),
    source: textAt(log, 'resourceId'),
    occurredAt: instantFrom(at(log, 'eventTimestamp')),
  };
  const stage = textAt(log, 'properties', 'stage');
  const isOver = textAt(log, 'status')?.toLowerCase() === 'resolved';
  const begun = isOver ? ('resolve' as const) : exactly(CLASSIC, textAt(data, 'status'));
  const action = stage === null ? begun : exactly(STAGES, stage);
  return [mapped(request, action, about)];
}

/** Log alerts of the old schema have no end. */
function logAlert(data: Fields): AlertEvent {
  const severity = textAt(data, 'Severity');
  const rule = textAt(data, 'AlertRuleName');
  return alertEvent({
    action: 'trigger',
    dedupKey: JSON.stringify([textAt(data, 'SubscriptionId'), rule]),
    title: rule,
    description: textAt(data, 'Description') ?? textAt(data, 'SearchQuery'),
    severity,
    urgency: exactly(SEVERITIES, severity) ?? urgencyOf(severity),
    sourceLink: textAt(data, 'LinkToSearchResults'),
    labels: labelsFrom(pick(data, ['WorkspaceId', 'AlertType', 'ResultCount', 'AlertThresholdValue'])),
  });
}
