import type { Urgency } from '../incident/incident';
import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { mapped, testPing } from './event';
import { at, exactly, type Fields, fieldsOf, firstText, textAt } from './fields';
import { labelsFrom } from './labels';
import { urgencyOf } from './severity';
import { anyInstant } from './times';

/** `alert_event`, https://developers.cloudflare.com/notifications/reference/webhook-payload-schema/ */
const EVENTS: Readonly<Record<string, AlertAction>> = {
  alert_state_event_start: 'trigger',
  alert_state_event_end: 'resolve',
};

/** Health of origins, pools and tunnels, and the status of Cloudflare's own incidents, where no `alert_event` is sent. */
const STATUSES: Readonly<Record<string, AlertAction>> = {
  unhealthy: 'trigger',
  degraded: 'trigger',
  down: 'trigger',
  healthy: 'resolve',
  tunnel_status_type_down: 'trigger',
  tunnel_status_type_degraded: 'trigger',
  tunnel_status_type_healthy: 'resolve',
  incident_status_investigating: 'trigger',
  incident_status_identified: 'trigger',
  incident_status_monitoring: 'trigger',
  incident_status_resolved: 'resolve',
  pending: 'ignored',
  firing: 'trigger',
  resolved: 'resolve',
  event_deployment_started: 'ignored',
  event_deployment_failed: 'trigger',
  event_deployment_success: 'resolve',
};

/** Kinds of notification that report and warn of nothing, https://developers.cloudflare.com/notifications/notification-available/ */
const REPORTS: readonly string[] = [
  'weekly_account_overview',
  'web_analytics_metrics_update',
  'maintenance_event_notification',
  'tunnel_update_event',
];

const URGENCIES: Readonly<Record<string, Urgency>> = {
  unhealthy: 'HIGH',
  down: 'HIGH',
  tunnel_status_type_down: 'HIGH',
  incident_impact_critical: 'HIGH',
  incident_impact_major: 'HIGH',
  event_deployment_failed: 'HIGH',
  degraded: 'MEDIUM',
  tunnel_status_type_degraded: 'MEDIUM',
  incident_impact_minor: 'MEDIUM',
  incident_impact_none: 'LOW',
};

const OBJECTS = ['incident_id', 'health_check_id', 'attack_id', 'tunnel_id', 'pool_id', 'certificate_id', 'project_id'];

/** Cloudflare notifications. `alert_correlation_id` is the same in START and END. */
export const cloudflare = defineAdapter('cloudflare', 'Cloudflare', (body, request) => {
  const type = textAt(body, 'alert_type') ?? '';
  const text = textAt(body, 'text');
  const data = fieldsOf(at(body, 'data'));
  // What is sent when a destination is saved: a text and nothing else. Some alerts lack their type.
  if (type === '' && textAt(body, 'alert_event') === null && Object.keys(data).length === 0)
    return text === null ? null : [testPing(request, { title: text })];
  const status = firstText(data, [
    'new_health_status',
    'new_health',
    'new_status',
    'incident_status',
    'status',
    'event',
  ]);
  const severity = firstText(data, ['incident_impact', 'severity']) ?? status;
  return [
    mapped(request, REPORTS.includes(type) ? 'ignored' : actionOf(textAt(body, 'alert_event'), status), {
      dedupKey: textAt(body, 'alert_correlation_id') ?? objectKey(body, data, type),
      title: text,
      otherTitles: [textAt(body, 'name'), textAt(body, 'policy_name'), type],
      description: text,
      severity,
      urgency: exactly(URGENCIES, severity) ?? urgencyOf(severity),
      sourceLink: firstText(data, ['dashboard_link', 'incident_link', 'link']),
      labels: labelsFrom({ alert_type: type, policy_name: textAt(body, 'policy_name') }, data),
      source: firstText(data, [
        'zone_name',
        'health_check_name',
        'pool_name',
        'tunnel_name',
        'target_ip',
        'account_name',
      ]),
      occurredAt: anyInstant(at(body, 'ts')),
    }),
  ];
});

/** An alert that carries neither event nor status is a plain notification: it begins and has no end. */
function actionOf(event: string | null, status: string | null): AlertAction | null {
  if (event !== null) return exactly(EVENTS, event);
  return status === null ? 'trigger' : exactly(STATUSES, status);
}

const objectKey = (body: Fields, data: Fields, type: string): string =>
  JSON.stringify([
    textAt(body, 'policy_id'),
    type,
    firstText(data, [...OBJECTS, 'zone_tag']),
    // Deployments of a Pages project: production does not end what a preview began.
    ...(type === 'pages_event_alert' ? [textAt(data, 'project_name'), textAt(data, 'environment')] : []),
  ]);
