import { describe, expect, it } from 'vitest';
import { eventFrom } from './testing/request';

describe('datadog', () => {
  const body = { title: 'CPU', alert_transition: 'Triggered', monitor_id: '1', alert_scope: 'host:a' };

  it.each([
    ['Triggered', 'trigger'],
    ['Re-Triggered', 'trigger'],
    ['Re-Warn', 'trigger'],
    ['No Data', 'trigger'],
    ['Recovered', 'resolve'],
    ['Warn Recovered', 'resolve'],
    ['No Data Recovered', 'resolve'],
    ['Not Recovered', 'ignored'],
    ['Snoozed', 'ignored'],
  ])('%s means %s', (alert_transition, action) => {
    expect(eventFrom('datadog', { ...body, alert_transition }).action).toBe(action);
  });

  it('tells groups of a monitor apart and passes over variables that were not replaced', () => {
    const key = (extra: object) => eventFrom('datadog', { ...body, ...extra }).dedupKey;
    expect(key({})).not.toBe(key({ alert_scope: 'host:b' }));
    expect(key({ alert_cycle_key: '$ALERT_CYCLE_KEY', aggreg_key: 'null' })).toBe(key({}));
    expect(key({ alert_cycle_key: 'c' })).toBe('c');
  });

  it('goes by the title of Datadog, then by the alert type, only where no transition is sent', () => {
    const plain = (title: string, alert_type?: string) => eventFrom('datadog', { title, alert_type, id: '1' });
    expect(plain('[P2] [Triggered on {host:a}] Disk')).toMatchObject({
      action: 'trigger',
      dedupKey: 'title:{host:a} Disk',
    });
    expect(plain('[P2] [Recovered on {host:a}] Disk')).toMatchObject({
      action: 'resolve',
      dedupKey: 'title:{host:a} Disk',
    });
    expect(plain('Disk', 'error').action).toBe('trigger');
    expect(plain('Disk', 'success').action).toBe('resolve');
    expect(plain('[Recovered-ish] Disk').action).toBe('ignored');
    expect(eventFrom('datadog', { ...body, title: '[Recovered] Disk' }).action).toBe('trigger');
  });

  it('falls back to the alert type for urgency when there is no priority', () => {
    expect(eventFrom('datadog', { ...body, priority: 'Not set', alert_type: 'warning' })).toMatchObject({
      severity: 'warning',
      urgency: 'MEDIUM',
    });
  });
});

describe('cloudwatch', () => {
  const confirm = (url: string) =>
    JSON.stringify({ Type: 'SubscriptionConfirmation', TopicArn: 'arn:x', SubscribeURL: url });

  it.each([
    ['https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription', true],
    ['https://sns.cn-north-1.amazonaws.com.cn/?Action=ConfirmSubscription', true],
    ['http://sns.eu-west-1.amazonaws.com/?a', false],
    ['https://sns.eu-west-1.amazonaws.com.attacker.example.com/', false],
    ['https://sns.eu-west-1.amazonaws.com@attacker.example.com/', false],
    ['https://sns.eu-west-1.amazonaws.com:8443/', false],
    ['https://attacker.example.com/sns.eu-west-1.amazonaws.com/', false],
    ['', false],
  ])('confirms only through an address of Amazon: %s', (url, good) => {
    expect(eventFrom('cloudwatch', confirm(url)).action).toBe(good ? 'confirmed' : 'ignored');
  });

  it('never resolves on missing data, and reads alarms of Lambda actions', () => {
    const alarm = (state: string) => ({
      source: 'aws.cloudwatch',
      alarmArn: 'arn:a',
      alarmData: { alarmName: 'CPU', state: { value: state } },
    });
    expect(eventFrom('cloudwatch', alarm('ALARM'))).toMatchObject({
      action: 'trigger',
      dedupKey: 'arn:a',
      title: 'CPU',
    });
    expect(eventFrom('cloudwatch', alarm('INSUFFICIENT_DATA')).action).toBe('ignored');
    expect(eventFrom('cloudwatch', alarm('NOT_OK'))).toMatchObject({ action: 'ignored', reason: 'unmapped' });
  });

  it('takes a raw text message for an alert of its own', () => {
    const headers = { 'x-amz-sns-rawdelivery': 'true', 'x-amz-sns-message-id': 'm-1' };
    expect(eventFrom('cloudwatch', 'the disk is full', { headers, contentType: 'text/plain' })).toMatchObject({
      action: 'trigger',
      dedupKey: 'm-1',
      title: 'the disk is full',
    });
  });
});

describe('google-cloud-monitoring', () => {
  it('unpacks a Pub/Sub push', () => {
    const incident = {
      incident_id: '0.abc',
      state: 'open',
      summary: 'Größe 🔥',
      severity: 'Warning',
      started_at: 1746178794,
    };
    const data = Buffer.from(JSON.stringify({ version: '1.2', incident })).toString('base64');
    expect(
      eventFrom('google-cloud-monitoring', { message: { data, messageId: '1' }, subscription: 's' }),
    ).toMatchObject({
      action: 'trigger',
      dedupKey: '0.abc',
      title: 'Größe 🔥',
      urgency: 'MEDIUM',
      startedAt: 1746178794000,
    });
    for (const broken of ['%%%', 'bm90IGpzb24='])
      expect(eventFrom('google-cloud-monitoring', { message: { data: broken } }).reason).toBe('unmapped');
  });
});

describe('azure', () => {
  it('reads the older schemas of log and activity log alerts', () => {
    const log = {
      schemaId: 'Microsoft.Insights/LogAlert',
      data: {
        SubscriptionId: 's',
        AlertRuleName: 'Errors',
        Severity: 'Warning',
        LinkToSearchResults: 'https://portal.azure.com/x',
      },
    };
    expect(eventFrom('azure', log)).toMatchObject({
      action: 'trigger',
      title: 'Errors',
      urgency: 'MEDIUM',
      sourceLink: 'https://portal.azure.com/x',
    });
    const activity = (status: string) => ({
      data: { status, context: { activityLog: { correlationId: 'c', operationName: 'Delete VM', level: 'Error' } } },
    });
    expect(eventFrom('azure', activity('Activated'))).toMatchObject({
      action: 'trigger',
      dedupKey: 'activitylog:c',
      title: 'Delete VM',
    });
    expect(eventFrom('azure', activity('Deactivated?')).action).toBe('ignored');
  });

  it('opens nothing for planned maintenance', () => {
    const body = {
      data: {
        essentials: { alertId: 'a', monitorCondition: 'Fired', monitoringService: 'ServiceHealth' },
        alertContext: { properties: { trackingId: 'T', stage: 'Planned' } },
      },
    };
    expect(eventFrom('azure', body)).toMatchObject({ action: 'ignored', dedupKey: 'servicehealth:T' });
  });
});

describe('cloudflare', () => {
  const base = {
    alert_type: 'tunnel_health_event',
    policy_id: 'p',
    text: 'Tunnel',
    data: { tunnel_id: 't1', new_status: 'TUNNEL_STATUS_TYPE_DOWN' },
  };

  it('goes by the status where no event is sent, and by the object where no id is sent', () => {
    const down = eventFrom('cloudflare', base);
    const up = eventFrom('cloudflare', { ...base, data: { ...base.data, new_status: 'TUNNEL_STATUS_TYPE_HEALTHY' } });
    const other = eventFrom('cloudflare', { ...base, data: { ...base.data, tunnel_id: 't2' } });
    expect([down.action, up.action]).toEqual(['trigger', 'resolve']);
    expect(down.urgency).toBe('HIGH');
    expect(up.dedupKey).toBe(down.dedupKey);
    expect(other.dedupKey).not.toBe(down.dedupKey);
    expect(eventFrom('cloudflare', { ...base, alert_event: 'ALERT_STATE_EVENT_PAUSED' })).toMatchObject({
      action: 'ignored',
      reason: 'unmapped',
    });
  });
});
