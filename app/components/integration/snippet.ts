/** How a tool is told where to send: a text to paste, and where to paste it. */
export type Snippet = { label: string; text: string; where: string };

const curl = (url: string, body: object): string =>
  [`curl -X POST '${url}' \\`, "  -H 'content-type: application/json' \\", `  -d '${JSON.stringify(body)}'`].join('\n');

const alertmanager = (url: string): string =>
  [
    'route:',
    '  receiver: opsknight',
    'receivers:',
    '  - name: opsknight',
    '    webhook_configs:',
    `      - url: '${url}'`,
    '        send_resolved: true',
  ].join('\n');

const alsoRecoveries = 'Recoveries resolve the incident, so let it send those too.';

const SNIPPETS: Record<string, (url: string) => Snippet> = {
  prometheus: (url) => ({
    label: 'alertmanager.yml',
    text: alertmanager(url),
    where: 'Add the receiver to your Alertmanager and route alerts to it.',
  }),
  events: (url) => ({
    label: 'Trigger with curl',
    text: curl(url, {
      event_action: 'trigger',
      dedup_key: 'first-alert',
      payload: { summary: 'Disk almost full on db-1', source: 'db-1', severity: 'warning' },
    }),
    where: 'Send "event_action": "resolve" with the same dedup_key when it is over.',
  }),
  webhook: (url) => ({
    label: 'Trigger with curl',
    text: curl(url, { title: 'Disk almost full on db-1', status: 'firing', severity: 'warning', id: 'first-alert' }),
    where: 'Send "status": "resolved" with the same id when it is over.',
  }),
  grafana: () => generic('Alerting, Contact points, Add contact point: choose Webhook and paste the address.'),
  datadog: () => generic('Integrations, Webhooks: add one with this address and name it in your monitors.'),
  cloudwatch: () => generic('Subscribe the address (HTTPS) to the SNS topic of your alarms; it confirms itself.'),
  'uptime-kuma': () => generic('Settings, Notifications: choose Webhook (JSON) and paste the address.'),
  healthchecks: () => generic('Integrations, Webhook: paste the address for down and for up.'),
  github: () => generic('Settings, Webhooks: paste the address, content type application/json.'),
  gitlab: () => generic('Settings, Webhooks: paste the address and choose pipeline and alert events.'),
  pagerduty: () => generic('Use it as the address of Events API v2, or keep your client and change its host only.'),
  opsgenie: () => generic('Use the key as GenieKey and this installation as the API’s host.'),
  email: (url) => ({
    label: 'Mail address',
    text: `${url.split('/').at(-1)}@your-domain`,
    where:
      'Route a domain’s mail to this Worker (Cloudflare Email Routing, catch-all). Mails with one subject are one alert; “+name” behind the key tells others apart.',
  }),
};

const generic = (where: string): Snippet => ({ label: '', text: '', where });

/** The snippet of a type with the real address in it; for most tools a sentence is enough. */
export const snippetFor = (type: string, url: string): Snippet =>
  SNIPPETS[type]?.(url) ?? generic(`Paste the address where it sends webhooks. ${alsoRecoveries}`);
