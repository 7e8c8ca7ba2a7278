import { describe, expect, it } from 'vitest';
import type { IntegrationType } from './registry';
import { eventFrom, eventsFrom, parse } from './testing/request';

// Forms that the vendors document and the samples do not show.

describe('a list of what is else sent alone', () => {
  it('is read one by one, with a key for each', () => {
    const body = ['a', 'b'].map((name) => ({ event_action: 'trigger', payload: { summary: name, source: 's' } }));
    const events = eventsFrom('events', body);
    expect(events.map(({ title }) => title)).toEqual(['a', 'b']);
    expect(new Set(events.map(({ dedupKey }) => dedupKey)).size).toBe(2);
  });

  it('keeps what it does not know beside what it knows', () => {
    const events = eventsFrom('pingdom', [{ check_id: 1, current_state: 'DOWN' }, { check_id: 2 }, 7, null]);
    expect(events.map(({ action }) => action)).toEqual(['trigger', 'ignored', 'ignored', 'ignored']);
  });

  it('is unmapped when empty, and bears what is nested deeper than the stack', () => {
    expect(eventFrom('pingdom', [])).toMatchObject({ action: 'ignored', reason: 'unmapped' });
    const deep = `[{"check_id":1,"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`;
    expect(parse('pingdom', deep).ok).toBe(true);
  });
});

describe('prometheus without an Alertmanager', () => {
  const alert = (endsAt: string) => [{ labels: { alertname: 'Disk', instance: 'db1' }, endsAt }];
  it('fires until the end that it names', () => {
    // requestOf() is received on 2026-05-28.
    const firing = eventFrom('prometheus', alert('2026-06-01T00:00:00Z'));
    const over = eventFrom('prometheus', alert('2026-05-01T00:00:00Z'));
    expect([firing.action, over.action]).toEqual(['trigger', 'resolve']);
    expect(firing.dedupKey).toBe(over.dedupKey);
  });
});

describe('azure in an envelope', () => {
  const common = {
    schemaId: 'azureMonitorCommonAlertSchema',
    data: { essentials: { alertId: '/a/1', alertRule: 'CPU', severity: 'Sev1', monitorCondition: 'Fired' } },
  };
  it.each([
    ['CloudEvent with the whole alert', { specversion: '1.0', type: 'x', source: 's', id: '1', data: common }],
    ['CloudEvent with its data', { specversion: '1.0', type: 'x', source: 's', id: '1', data: common.data }],
    ['list of Event Grid', [{ id: '1', eventType: 'x', subject: 's', data: common }]],
  ])('%s', (_name, body) => {
    expect(eventFrom('azure', body)).toMatchObject({ action: 'trigger', dedupKey: '/a/1', urgency: 'HIGH' });
  });

  it('never takes the validation of a subscription for an alert', () => {
    const body = [{ eventType: 'Microsoft.EventGrid.SubscriptionValidationEvent', data: { validationCode: 'x' } }];
    expect(eventFrom('azure', body).action).toBe('ignored');
  });

  const validation = {
    eventType: 'Microsoft.EventGrid.SubscriptionValidationEvent',
    data: { validationCode: '512d38b6' },
  };

  it('reads the code of Event Grid back', () => {
    expect(eventFrom('azure', [validation]).answer).toEqual({ validationResponse: '512d38b6' });
  });

  it.each([
    ['another type', 'webhook', [validation]],
    ['no code', 'azure', [{ ...validation, data: {} }]],
    ['another event', 'azure', [{ eventType: 'SubscriptionValidationEvent' }]],
    ['a text', 'azure', 'SubscriptionValidationEvent'],
  ] as const)('answers nothing else in that way: %s', (_name, type, body) => {
    const read = parse(type, JSON.stringify(body));
    expect(read.ok ? read.value.map(({ answer }) => answer ?? null) : [null]).toEqual([null]);
  });
});

describe('cloudflare without alert_event', () => {
  const pages = (event: string, environment = 'ENVIRONMENT_PRODUCTION') => ({
    text: 'Pages',
    alert_type: 'pages_event_alert',
    policy_id: 'p',
    data: { event, environment, project_name: 'shop', project_id: '7' },
  });
  it('follows the deployments of a Pages project, each environment for itself', () => {
    const [failed, good, started] = ['FAILED', 'SUCCESS', 'STARTED'].map((word) =>
      eventFrom('cloudflare', pages(`EVENT_DEPLOYMENT_${word}`)),
    );
    expect([failed?.action, good?.action, started?.action]).toEqual(['trigger', 'resolve', 'ignored']);
    expect(failed?.dedupKey).toBe(good?.dedupKey);
    const preview = eventFrom('cloudflare', pages('EVENT_DEPLOYMENT_SUCCESS', 'ENVIRONMENT_PREVIEW'));
    expect(preview.dedupKey).not.toBe(failed?.dedupKey);
  });

  it('pages nobody for a report', () => {
    const body = { text: 'Your week', alert_type: 'weekly_account_overview', data: {} };
    expect(eventFrom('cloudflare', body).action).toBe('ignored');
  });

  it('follows tunnels and pools', () => {
    const tunnel = (status: string) => ({
      text: 't',
      alert_type: 'tunnel_health_event',
      data: { tunnel_id: 't1', new_status: status },
    });
    expect(eventFrom('cloudflare', tunnel('TUNNEL_STATUS_TYPE_DOWN'))).toMatchObject({
      action: 'trigger',
      urgency: 'HIGH',
    });
    expect(eventFrom('cloudflare', tunnel('TUNNEL_STATUS_TYPE_HEALTHY')).action).toBe('resolve');
    expect(eventFrom('cloudflare', tunnel('TUNNEL_STATUS_TYPE_INACTIVE')).action).toBe('ignored');
  });
});

describe('words of a vendor', () => {
  const github = (event: string) => ({ headers: { 'x-github-event': event } });
  const repository = { full_name: 'a/b' };
  it.each<[string, IntegrationType, unknown, object, string]>([
    ['Dynatrace merges a problem', 'dynatrace', { PID: '1', State: 'MERGED' }, {}, 'resolve'],
    ['PRTG repeats', 'prtg', { sensorid: '1', state: 'Still Down' }, {}, 'trigger'],
    ['PRTG escalates', 'prtg', { sensorid: '1', state: 'Down ESCALATION (was: Warning)' }, {}, 'trigger'],
    ['PRTG is paused', 'prtg', { sensorid: '1', state: 'Paused' }, {}, 'ignored'],
    ['Checkmk without a type', 'checkmk', { host_name: 'a', service: 'b', state: 'CRIT' }, {}, 'trigger'],
    ['Elastic by its own names', 'elastic', { rule_id: '1', event_action: 'resolve' }, {}, 'resolve'],
    ['Elastic by an unknown word', 'elastic', { rule_id: '1', event_action: 'solved?' }, {}, 'ignored'],
    [
      'GitHub before dependabot_alert',
      'github',
      { action: 'create', alert: { id: 4 }, repository },
      github('repository_vulnerability_alert'),
      'trigger',
    ],
    [
      'GitHub names one more place of a secret',
      'github',
      { action: 'created', alert: { number: 4 }, location: {}, repository },
      github('secret_scanning_alert_location'),
      'ignored',
    ],
    [
      'Datadog with a sentence as status',
      'datadog',
      { title: '[Recovered on {host:a}] Disk', status: 'disk was > 90 over host:a', id: '9' },
      {},
      'resolve',
    ],
    [
      'Datadog with a sentence alone',
      'datadog',
      { title: 'Disk', status: 'disk > 90', alert_type: 'error' },
      {},
      'ignored',
    ],
  ])('%s', (_name, type, body, extra, action) => expect(eventFrom(type, body, extra).action).toBe(action));
});

describe('cloudwatch', () => {
  it('links to the alarm where its ARN names the region, composite alarms included', () => {
    const alarm = {
      AlarmName: 'db / slow',
      AlarmArn: 'arn:aws:cloudwatch:eu-west-1:1:alarm:db',
      AlarmRule: 'ALARM("a") OR ALARM("b")',
      NewStateValue: 'ALARM',
    };
    const event = eventFrom('cloudwatch', alarm);
    expect(event.sourceLink).toBe(
      'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/db%20%2F%20slow',
    );
    expect(event.labels.AlarmRule).toContain('OR');
  });
});

describe('what vendors leave out', () => {
  it.each<[string, unknown, object]>([
    [
      'an alert that says only that it burns',
      { alerts: [{ status: 'firing' }], title: '[FIRING:1]' },
      { title: '[FIRING:1]' },
    ],
    [
      'Go’s own times, and the status of the group',
      {
        status: 'firing',
        alerts: [{ labels: { alertname: 'A' }, startsAt: '2026-05-27 15:36:00.112 +0000 UTC m=+8560.2' }],
      },
      { action: 'trigger', startedAt: Date.UTC(2026, 4, 27, 15, 36, 0, 112) },
    ],
  ])('Grafana: %s', (_what, body, wanted) => expect(eventFrom('grafana', body)).toMatchObject(wanted));

  it('and an issue of New Relic is that of its address', () => {
    const id = '0ea2df1c-adab-45d2-aae0-042b609d2322';
    const issueUrl = `https://radar-api.service.newrelic.com/accounts/1/issues/${id}?notifier=WEBHOOK`;
    expect(eventFrom('newrelic', { issueUrl, title: 'CPU', state: 'CREATED' }).dedupKey).toBe(id);
  });
});
