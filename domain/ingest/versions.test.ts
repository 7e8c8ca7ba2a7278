import { describe, expect, it } from 'vitest';
import type { AlertAction } from './adapter';
import type { IntegrationType } from './registry';
import { eventFrom } from './testing/request';

// Other versions and kinds of a vendor's payload than the samples hold: what begins, what ends, and that both have one key.

type Row = [
  what: string,
  type: IntegrationType,
  ...steps: [body: unknown, action: AlertAction, urgency?: string | null][],
];

const grafanaRule = (state: string) => ({ ruleId: 7, orgId: 1, ruleName: 'Disk', title: `[${state}] Disk`, state });
const onCall = (state: string) => ({
  alert_uid: '08d6',
  title: 'Disk',
  state,
  link_to_upstream_details: 'https://g/a',
});
const log = (status: string) => ({
  schemaId: 'Microsoft.Insights/activityLogs',
  data: {
    status: 'Activated',
    context: { activityLog: { correlationId: 'c1', operationName: 'Health', status, level: 'Critical' } },
  },
});
const issue = (state: string, extra = {}) => ({ id: 'i1', title: ['CPU'], priority: 'CRITICAL', state, ...extra });
const davis = (status: string) => ({
  display_id: 'P-1',
  'event.id': '77_V2',
  'event.name': 'CPU',
  'event.status': status,
  'event.category': 'AVAILABILITY',
});
const pd1 = (type: string) => ({ messages: [{ id: 'm', type, data: { incident: { id: 'PA1', title: 'Disk' } } }] });
const kibana = (actionGroup: string, status: string) => ({
  ...{ actionGroup, status, id: 'query matched', fingerprint: 'query matched', ruleId: 'r1', name: 'Errors' },
  ...{ description: '15 errors', url: 'https://k.example.com/a' },
});
const kibanaOwn = (status: string) => ({ rule: { name: 'CPU' }, alert: { id: '9', status, severity: 'critical' } });
const watch = { payload: { id: 'w_1-2026', watch_id: 'w', metadata: { name: 'Errors' } }, status: 'Alert' };
const appd = (eventType: string) => ({ summary: 'Slow', eventType, incidentId: '101', application: 'Shop' });
const incident = (id: number, attributes: object) => ({ data: { id, type: 'incident', attributes } });
const pingdomBeep = (action: string, description: string) => ({
  message: JSON.stringify({ check: '5', checkname: 'Shop', host: 'shop', action, incidentid: 3, description }),
});
const signalfx = (extra: object) => ({ incidentId: 'F1', severity: 'Critical', messageTitle: 'CPU', ...extra });
const streamed = (extra: object) => ({ clock: 1_700_000_000, ns: 1, hosts: [{ host: 'db1', name: 'DB 1' }], ...extra });
const checks = (status: string) => ({
  ...{ name: 'Backup', slug: `backup-${status}`, status },
  ping_url: 'https://hc-ping.com/31365bce-8da9-4729-8ff3-aaa71d56b712',
});
const nagios = (type: string, state: string) => ({
  ...{ notification_type: type, host_name: 'db1', service_description: 'Disk', service_state: state, output: 'x' },
});
const tunnel = (status: string) => ({
  ...{ text: 'Tunnel', name: 'Tunnels', policy_id: 'p', alert_correlation_id: 'c', ts: 1_700_000_000 },
  data: { severity: 'critical', new_status: status },
});

const ROWS: Row[] = [
  [
    'Grafana, a legacy rule',
    'grafana',
    [grafanaRule('alerting'), 'trigger'],
    [grafanaRule('ok'), 'resolve'],
    [grafanaRule('no_data'), 'trigger'],
    [grafanaRule('paused'), 'ignored'],
    [grafanaRule('pending'), 'ignored'],
  ],
  ['Grafana, formatted for OnCall', 'grafana', [onCall('alerting'), 'trigger'], [onCall('ok'), 'resolve']],
  [
    'Datadog, a monitor',
    'datadog',
    [{ monitor: { id: 4, name: 'CPU', status: 'Alert' } }, 'trigger'],
    [{ monitor: { id: 4, name: 'CPU', status: 'No Data' } }, 'trigger'],
    [{ monitor: { id: 4, name: 'CPU', status: 'OK' } }, 'resolve'],
    [{ monitor: { id: 4, status: 'Ignored' } }, 'ignored'],
  ],
  [
    'Datadog, an alert',
    'datadog',
    [{ alert: { id: 'a', title: 'DB', status: 'triggered', severity: 'error' } }, 'trigger', 'HIGH'],
    [{ alert: { id: 'a', title: 'DB', status: 'resolved' } }, 'resolve'],
  ],
  [
    'Datadog, an event',
    'datadog',
    [{ title: '[Triggered] CPU on a', text: 'over', alert_type: 'warning', aggregation_key: 'k' }, 'trigger', 'MEDIUM'],
    [{ title: 'CPU on a', alert_type: 'success', aggregation_key: 'k' }, 'resolve'],
  ],
  [
    'Datadog, a test of a monitor',
    'datadog',
    [{ title: '[TEST] [P1] [Triggered on {host:a}] CPU' }, 'trigger'],
    [{ title: '[P1] [Recovered on {host:a}] CPU' }, 'resolve'],
  ],
  ['Azure, an activity log', 'azure', [log('Active'), 'trigger'], [log('Resolved'), 'resolve']],
  [
    'Azure, a log alert without envelope',
    'azure',
    [{ AlertRuleName: 'Errors', Severity: 'Critical', SearchQuery: 'x' }, 'trigger', 'HIGH'],
  ],
  [
    'New Relic, an issue whose trigger tells',
    'newrelic',
    [issue('CREATED'), 'trigger', 'HIGH'],
    [issue('ACTIVATED', { triggerEvent: 'ISSUE_ACKNOWLEDGED' }), 'acknowledge'],
    [issue('CLOSED'), 'resolve'],
    [issue('DEACTIVATED'), 'ignored'],
  ],
  [
    'New Relic, an incident',
    'newrelic',
    [{ incident: { id: 'x', title: 'CPU', state: 'open', severity: 'warning' } }, 'trigger', 'MEDIUM'],
    [{ incident: { id: 'x', state: 'acknowledged' } }, 'acknowledge'],
    [{ incident: { id: 'x', state: 'resolved' } }, 'resolve'],
  ],
  [
    'New Relic, an alert',
    'newrelic',
    [{ alert: { id: 'y', alert_condition_name: 'Memory', state: 'open' } }, 'trigger'],
    [{ alert: { id: 'y', state: 'closed' } }, 'resolve'],
  ],
  [
    'Sentry, without its envelope',
    'sentry',
    [{ action: 'created', issue: { id: '5', title: 'Boom', level: 'fatal' } }, 'trigger', 'HIGH'],
    [{ action: 'resolved', issue: { id: 5 } }, 'resolve'],
  ],
  [
    'Sentry, an error',
    'sentry',
    [{ action: 'created', data: { error: { issue_id: 5, title: 'Boom', level: 'error' } } }, 'trigger', 'HIGH'],
  ],
  ['Dynatrace, a workflow', 'dynatrace', [davis('ACTIVE'), 'trigger', 'HIGH'], [davis('CLOSED'), 'resolve']],
  [
    'Dynatrace, the problems API',
    'dynatrace',
    [{ problemId: '1', status: 'OPEN', severityLevel: 'PERFORMANCE', title: 'Slow' }, 'trigger', 'MEDIUM'],
    [{ problemId: '1', status: 'CLOSED' }, 'resolve'],
  ],
  [
    'PagerDuty, webhooks of version 1',
    'pagerduty',
    [pd1('incident.trigger'), 'trigger'],
    [pd1('incident.acknowledge'), 'acknowledge'],
    [pd1('incident.resolve'), 'resolve'],
    [pd1('incident.assign'), 'ignored'],
  ],
  [
    'Kibana, the group under "status"',
    'elastic',
    [kibana('query matched', 'Query matched'), 'trigger'],
    [kibana('recovered', 'Recovered'), 'resolve'],
  ],
  [
    'Kibana, all in "alert"',
    'elastic',
    [kibanaOwn('active'), 'trigger', 'HIGH'],
    [kibanaOwn('recovered'), 'resolve'],
    [kibanaOwn('untracked'), 'ignored'],
  ],
  ['Elastic, a watch whole', 'elastic', [watch, 'trigger'], [{ watch_id: 'w', status: 'ok' }, 'resolve']],
  [
    'AppDynamics, a flat template',
    'appdynamics',
    [appd('POLICY_OPEN_CRITICAL'), 'trigger', 'HIGH'],
    [appd('POLICY_DOWNGRADED'), 'trigger', 'MEDIUM'],
    [appd('POLICY_CLOSE_WARNING'), 'resolve'],
    [appd('CUSTOM'), 'ignored'],
  ],
  [
    'Better Stack, no status',
    'betterstack',
    [incident(1, { name: 'Shop', started_at: '2026-01-01T00:00:00Z' }), 'trigger', 'HIGH'],
    [incident(1, { started_at: 'x', acknowledged_at: 'y' }), 'acknowledge'],
    [incident(1, { started_at: 'x', acknowledged_at: 'y', resolved_at: 'z' }), 'resolve'],
    [incident(1, { status: 'Unconfirmed' }), 'ignored'],
  ],
  [
    'Better Stack, an incident alone',
    'betterstack',
    [{ incident: { id: 3, name: 'Shop', status: 'Started' } }, 'trigger', 'HIGH'],
    [{ incident: { id: '3', status: 'Resolved' } }, 'resolve'],
  ],
  [
    'Pingdom, "state"',
    'pingdom',
    [{ check_id: 5, check_name: 'Shop', state: 'DOWN' }, 'trigger'],
    [{ check_id: '5', state: 'UP' }, 'resolve'],
    [{ check_id: 5, state: 'PAUSED' }, 'ignored'],
  ],
  [
    'Pingdom, before 2016',
    'pingdom',
    [pingdomBeep('assign', 'down'), 'trigger'],
    [pingdomBeep('notify_of_close', 'up'), 'resolve'],
  ],
  [
    'Uptime Kuma, words',
    'uptime-kuma',
    [{ heartbeat: { status: 'down', monitorID: 4 }, monitor: { name: 'Shop' } }, 'trigger', 'HIGH'],
    [{ heartbeat: { status: '1', monitorID: '4' }, monitor: null }, 'resolve'],
  ],
  [
    'UptimeRobot, a domain',
    'uptimerobot',
    [{ monitorID: 1, alertType: 4, alertTypeFriendlyName: 'Domain expiration' }, 'trigger'],
    [{ monitorID: 1, alertTypeFriendlyName: 'Domain expiration' }, 'trigger'],
  ],
  [
    'Splunk Observability, extended',
    'splunk-observability',
    [signalfx({ status: 'anomalous', statusExtended: 'anomalous' }), 'trigger', 'HIGH'],
    [signalfx({ statusExtended: 'auto_resolved' }), 'resolve'],
    [signalfx({ status: 'stopped' }), 'resolve'],
    [signalfx({ status: 'paused' }), 'ignored'],
  ],
  [
    'Honeycomb, a template',
    'honeycomb',
    [{ alert_name: 'Slow', status: 'triggered', alert_severity: 'critical' }, 'trigger', 'HIGH'],
    [{ alert_name: 'Slow', status: 'resolved' }, 'resolve'],
  ],
  [
    'Zabbix, a stream',
    'zabbix',
    [streamed({ value: 1, eventid: 7, name: 'CPU', severity: 4 }), 'trigger', 'HIGH'],
    [streamed({ value: 0, eventid: 8, p_eventid: 7 }), 'resolve'],
  ],
  [
    'Zabbix, acknowledged as 1',
    'zabbix',
    [{ event_id: '9', event_value: '1', event_update_status: '1', event_ack_status: '1' }, 'acknowledge'],
    [{ event_id: 9, event_value: '1', event_update_status: '1', event_ack_status: 'No' }, 'ignored'],
  ],
  [
    'Healthchecks.io, versions 1 and 2',
    'healthchecks',
    [checks('down'), 'trigger', 'HIGH'],
    [checks('up'), 'resolve'],
    [checks('grace'), 'ignored'],
  ],
  [
    'Nagios, a description for the service',
    'nagios',
    [nagios('PROBLEM', 'CRITICAL'), 'trigger', 'HIGH'],
    [nagios('ACKNOWLEDGEMENT', 'CRITICAL'), 'acknowledge'],
    [nagios('FLAPPINGSTART', 'OK'), 'ignored'],
    [nagios('FLAPPINGDISABLED', 'OK'), 'ignored'],
    [nagios('DOWNTIMECANCELLED', 'OK'), 'ignored'],
    [nagios('RECOVERY', 'OK'), 'resolve'],
  ],
  [
    'Netdata, a node in words',
    'netdata',
    [{ host: 'a', status: { text: 'unreachable' } }, 'trigger'],
    [{ host: 'a', status: { text: 'reachable' } }, 'resolve'],
  ],
  [
    'Cloudflare, no alert_type',
    'cloudflare',
    [{ ...tunnel('x'), alert_event: 'ALERT_STATE_EVENT_START' }, 'trigger', 'HIGH'],
    [{ ...tunnel('x'), alert_event: 'ALERT_STATE_EVENT_END' }, 'resolve'],
    [tunnel('TUNNEL_STATUS_TYPE_HEALTHY'), 'resolve'],
  ],
];

describe('what begins and what ends has one key', () => {
  it.each(ROWS)('%s', (_what, type, ...steps) => {
    const keys = steps.map(([body, action, urgency]) => {
      const event = eventFrom(type, body);
      expect([body, event.action]).toEqual([body, action]);
      if (urgency !== undefined) expect([body, event.urgency]).toEqual([body, urgency]);
      if (action === 'trigger') expect(event.title).not.toBe('Alert without a title');
      return event.dedupKey;
    });
    expect(new Set(keys).size).toBe(1);
  });

  it('and a service has another than its host', () => {
    const host = eventFrom('nagios', { notification_type: 'PROBLEM', host_name: 'db1', host_state: 'DOWN' });
    expect(host.dedupKey).not.toBe(eventFrom('nagios', nagios('PROBLEM', 'CRITICAL')).dedupKey);
  });
});
