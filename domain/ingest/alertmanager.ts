import { sha256Hex } from '../shared/hash';
import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { alertEvent, unmapped } from './event';
import { at, exactly, type Fields, fieldsOf, firstText, isFields, textAt, textOf } from './fields';
import { labelsFrom } from './labels';
import { urgencyOf } from './severity';
import { instantFrom } from './times';

/** `alerts[].status`, https://prometheus.io/docs/alerting/latest/configuration/#webhook_config */
const ACTIONS: Readonly<Record<string, AlertAction>> = { firing: 'trigger', resolved: 'resolve' };

type Links = { href: string | null; text: string }[];

/**
 * The alerts of a group as Alertmanager and Grafana send it; null when there is no `alerts` list. Each alert is an event
 * of its own: the status of a group is "firing" while some of its alerts are already resolved.
 */
export function alertmanagerEvents(
  group: Fields,
  request: InboundRequest,
  linksOf: (alert: Fields) => Links,
): AlertEvent[] | null {
  const alerts = at(group, 'alerts');
  if (!Array.isArray(alerts)) return null;
  return alerts.map((alert) => (isFields(alert) ? eventOf(alert, group, request, linksOf(alert)) : unmapped(request)));
}

function eventOf(alert: Fields, group: Fields, request: InboundRequest, links: Links): AlertEvent {
  const labels = fieldsOf(at(alert, 'labels'));
  const annotations = fieldsOf(at(alert, 'annotations'));
  // Senders that leave an alert's own status out mean that of the group.
  const action = exactly(ACTIONS, textAt(alert, 'status') ?? textAt(group, 'status'));
  const severity = firstText(labels, ['severity', 'priority']) ?? textAt(annotations, 'severity');
  const startedAt = instantFrom(at(alert, 'startsAt'));
  const about = {
    dedupKey: textAt(alert, 'fingerprint') ?? labelHash(labels),
    title: firstText(annotations, ['summary', 'title', 'message']),
    otherTitles: [nameOf(labels), textAt(annotations, 'description'), firstText(group, ['title', 'message'])],
    description: firstText(annotations, ['description', 'message']) ?? textAt(alert, 'valueString'),
    severity,
    urgency: urgencyOf(severity),
    sourceLink: textAt(alert, 'generatorURL'),
    links: [{ href: firstText(annotations, ['runbook_url', 'runbook']), text: 'Runbook' }, ...links],
    labels: labelsFrom(labels),
    source: firstText(labels, ['instance', 'host', 'pod', 'job']),
    startedAt,
    occurredAt: action === 'resolve' ? instantFrom(at(alert, 'endsAt')) : startedAt,
  };
  if (action === null) return unmapped(request, about);
  return alertEvent({ ...about, action, reason: action === 'trigger' ? truncationOf(group) : null });
}

/** Version 3 and other senders have no fingerprint; the label set is the identity of an alert in Prometheus. */
function labelHash(labels: Fields): string {
  const pairs = Object.keys(labels)
    .sort()
    .map((key) => [key, textOf(labels[key]) ?? '']);
  return `labels:${sha256Hex(JSON.stringify(pairs))}`;
}

function nameOf(labels: Fields): string | null {
  const name = textAt(labels, 'alertname');
  const instance = textAt(labels, 'instance');
  return name !== null && instance !== null ? `${name} on ${instance}` : name;
}

function truncationOf(group: Fields): string | null {
  const count = Number(textAt(group, 'truncatedAlerts') ?? 0);
  if (!(count > 0)) return null;
  return `${count} further ${count === 1 ? 'alert' : 'alerts'} of this group not sent (max_alerts of the sender)`;
}
