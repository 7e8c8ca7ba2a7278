import { describe, expect, it } from 'vitest';
import { INTEGRATION_TYPES } from '../../../domain/ingest/registry';
import { eventFrom } from '../../../domain/ingest/testing/request';
import { snippetFor } from './snippet';

const URL = 'https://pager.example.com/api/integrations/x/key123';
const textOf = (type: string): string => snippetFor(type, URL).text;

/** The template as its tool fills it in. */
const filled = (type: string, values: Record<string, string>): string =>
  Object.entries(values).reduce((text, [variable, value]) => text.replaceAll(variable, value), textOf(type));

describe('what is pasted into a tool', () => {
  it.each(INTEGRATION_TYPES)('is said for %s itself', (type) => {
    expect(snippetFor(type, URL).where).not.toBe(snippetFor('unknown', URL).where);
    const { label, text } = snippetFor(type, URL);
    expect(label === '').toBe(text === '');
  });

  it.each(['prometheus', 'zabbix', 'nagios', 'icinga2', 'checkmk', 'splunk-oncall', 'events', 'webhook'])(
    'has the address in it for %s',
    (type) => expect(textOf(type)).toContain(URL),
  );

  it.each<[string, Record<string, string>, Record<string, string>]>([
    [
      'datadog',
      { $EVENT_TITLE: 'CPU', $ALERT_TRANSITION: 'Triggered', $ALERT_PRIORITY: 'P1', $ALERT_ID: '7', $ALERT_SCOPE: 'a' },
      { $EVENT_TITLE: 'CPU', $ALERT_TRANSITION: 'Recovered', $ALERT_ID: '7', $ALERT_SCOPE: 'a' },
    ],
    ['uptimerobot', { '*monitorID*': '7', '*alertType*': '1' }, { '*monitorID*': '7', '*alertType*': '2' }],
    [
      'checkly',
      { '{{ALERT_TITLE}}': 'Shop', '{{ALERT_TYPE}}': 'ALERT_FAILURE', '{{CHECK_ID}}': 'c' },
      { '{{ALERT_TYPE}}': 'ALERT_RECOVERY', '{{CHECK_ID}}': 'c' },
    ],
    [
      'dynatrace',
      { '{PID}': '7', '{State}': 'OPEN', '{ProblemTitle}': 'CPU' },
      { '{PID}': '7', '{State}': 'RESOLVED' },
    ],
    [
      'appdynamics',
      { '${latestEvent.eventType}': 'POLICY_OPEN_CRITICAL', '${latestEvent.incident.id}': '5' },
      { '${latestEvent.eventType}': 'POLICY_CLOSE_CRITICAL', '${latestEvent.incident.id}': '5' },
    ],
    [
      'elastic',
      { '{{rule.id}}': 'r', '{{rule.name}}': 'CPU', '{{alert.id}}': 'a', '{{alert.actionGroup}}': 'threshold met' },
      { '{{rule.id}}': 'r', '{{alert.id}}': 'a', '{{alert.actionGroup}}': 'recovered' },
    ],
  ])('is read by the adapter once %s has filled it in', (type, begin, end) => {
    const [opened, over] = [begin, end].map((values) => eventFrom(type as 'datadog', filled(type, values)));
    expect([opened?.action, over?.action]).toEqual(['trigger', 'resolve']);
    expect(opened?.dedupKey).toBe(over?.dedupKey);
    expect(opened?.title).not.toBe('Alert without a title');
  });

  it('is a form for PRTG', () => {
    const form = (state: string) =>
      eventFrom('prtg', filled('prtg', { '%sensorid': '9', '%state': state, '%device': 'web', '%name': 'HTTP' }), {
        contentType: 'application/x-www-form-urlencoded',
      });
    expect(form('Down')).toMatchObject({ action: 'trigger', title: 'web HTTP: Down', urgency: 'HIGH' });
    expect(form('Up')).toMatchObject({ action: 'resolve', dedupKey: form('Down').dedupKey });
  });
});
