import type { Urgency } from '../incident/incident';
import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { mapped, testPing } from './event';
import { at, exactly, type Fields, firstText, isFields, textAt } from './fields';
import { labelsFrom, pick } from './labels';
import { anyInstant } from './times';

/** `severity` of an alert, https://learn.netdata.cloud/docs/alerts-&-notifications/notifications/centralized-cloud-notifications/webhook */
const ACTIONS: Readonly<Record<string, AlertAction>> = { critical: 'trigger', warning: 'trigger', clear: 'resolve' };

/** `status.reachable` of a node, or `status.text`. */
const REACHABLE: Readonly<Record<string, AlertAction>> = {
  false: 'trigger',
  true: 'resolve',
  unreachable: 'trigger',
  reachable: 'resolve',
};

const SEVERITIES: Readonly<Record<string, Urgency>> = {
  critical: 'HIGH',
  warning: 'MEDIUM',
  info: 'LOW',
  clear: 'LOW',
};

/** Netdata Cloud: alerts (by space, alert, chart and node) and the reachability of nodes. */
export const netdata = defineAdapter('netdata', 'Netdata', (body, request) => {
  const [alert, host] = [textAt(body, 'alert'), firstText(body, ['host', 'node', 'hostname'])];
  const about = aboutOf(body, host);
  if (alert !== null) {
    const key = [textAt(body, 'space'), alert, textAt(body, 'chart'), host];
    return [mapped(request, exactly(ACTIONS, textAt(body, 'severity')), { ...about, dedupKey: JSON.stringify(key) })];
  }
  if (host !== null && isFields(at(body, 'status'))) {
    const reachable = exactly(REACHABLE, firstText(at(body, 'status'), ['reachable', 'text']));
    return [mapped(request, reachable, { ...about, dedupKey: JSON.stringify(['reachability', host]) })];
  }
  return textAt(body, 'token') === null ? null : [testPing(request, { title: 'Netdata test' })];
});

function aboutOf(body: Fields, host: string | null) {
  const severity = textAt(body, 'severity');
  return {
    title: textAt(body, 'message'),
    otherTitles: [textAt(body, 'alert'), host],
    description: textAt(body, 'info'),
    severity,
    urgency: exactly(SEVERITIES, severity),
    sourceLink: firstText(body, ['alert_url', 'url']),
    labels: labelsFrom(pick(body, ['alert', 'chart', 'context', 'space', 'family', 'class', 'host', 'duration'])),
    source: host ?? textAt(body, 'space'),
    occurredAt: anyInstant(at(body, 'date')),
  };
}
