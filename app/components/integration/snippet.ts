import * as bodies from './snippet-bodies';

/** How a tool is told where to send: a text to paste, and where to paste it. */
export type Snippet = { label: string; text: string; where: string };

const steps = (where: string): Snippet => ({ label: '', text: '', where });

const FIRST_ALERT = { summary: 'Disk almost full on db-1', source: 'db-1', severity: 'warning' };

/** One for each type that a tool has; where nothing has to be pasted but the address, a sentence says where. */
const SNIPPETS: Record<string, (url: string) => Snippet> = {
  prometheus: (url) => ({
    label: 'alertmanager.yml',
    text: bodies.alertmanager(url),
    where: 'Add the receiver to your Alertmanager and route alerts to it.',
  }),
  grafana: () =>
    steps(
      'Alerting, Contact points, Create: choose the integration Webhook and paste the address. Name the contact point in a notification policy. Resolved messages are sent unless they are switched off there.',
    ),
  datadog: () => ({
    label: 'Payload',
    text: bodies.datadog,
    where:
      'Integrations, Webhooks, New: paste the address and this payload. Then write @webhook- and its name into the message of your monitors; recoveries come by themselves.',
  }),
  sentry: () =>
    steps(
      'Settings, Custom integrations, Create an internal integration: paste the address as webhook URL, switch on Alert Rule Action, and choose the webhook “issue”. Then name the integration as an action of your alert rules. Its client secret is what signs.',
    ),
  cloudwatch: () =>
    steps(
      'Subscribe the address (HTTPS, without raw delivery) to the SNS topic of your alarms; it confirms itself. Let alarms notify the topic for ALARM and for OK.',
    ),
  pagerduty: () =>
    steps(
      'Keep your client of the Events API, change its host to this installation, and use the key as routing key. While you move, PagerDuty’s own webhooks (version 3) can be sent to the address.',
    ),
  opsgenie: () =>
    steps(
      'Keep your client of the Alert API, change its host to this installation, and use the key as GenieKey. While you move, Opsgenie’s outgoing webhook can be sent to the address.',
    ),
  newrelic: () =>
    steps(
      'Alerts, Destinations: add a webhook with this address. Then a workflow with that channel and the payload as it is proposed; let it notify when an issue is activated, acknowledged and closed.',
    ),
  azure: () =>
    steps(
      'Monitor, Alerts, Action groups: add an action of type Webhook with this address, and switch the common alert schema on. Stateful alerts resolve the incident.',
    ),
  'google-cloud-monitoring': () =>
    steps(
      'Monitoring, Alerting, Edit notification channels: add a webhook with this address, and name it in your policies with “notify on incident closure”. A Pub/Sub push subscription works too.',
    ),
  zabbix: (url) => ({
    label: 'Script of a media type',
    text: bodies.zabbix(url),
    where:
      'Alerts, Media types, Create: type Webhook, with the parameters named in the script. Process tags off. Add message templates for problem, recovery and update, give the media to a user, and send to it by an action.',
  }),
  nagios: (url) => ({
    label: 'commands.cfg',
    text: bodies.nagios(url),
    where: 'Name the command as host_notification_commands and service_notification_commands of a contact.',
  }),
  icinga2: (url) => ({
    label: 'NotificationCommand',
    text: bodies.icinga2(url),
    where:
      'Apply Notification objects with it to hosts and services, with the types Problem, Acknowledgement and Recovery.',
  }),
  checkmk: (url) => ({
    label: '~/local/share/check_mk/notifications/opsknight',
    text: bodies.checkmk(url),
    where: 'Save it as the site’s user, make it executable, and choose “OpsKnight” as method of a notification rule.',
  }),
  github: () =>
    steps(
      'Settings, Webhooks, Add: paste the address, content type application/json. Choose what may page: workflow runs or jobs, check runs, deployment statuses, Dependabot, code scanning and secret scanning alerts.',
    ),
  gitlab: () =>
    steps(
      'Settings, Webhooks, Add: paste the address and choose pipeline, job and deployment events, and issues events for incidents.',
    ),
  bitbucket: () =>
    steps(
      'Repository settings, Webhooks, Add: paste the address; triggers “Build status created” and “Build status updated”.',
    ),
  vercel: () =>
    steps(
      'Team settings, Webhooks: paste the address and choose the events deployment.error and deployment.succeeded. The secret that is shown once is what signs.',
    ),
  cloudflare: () =>
    steps(
      'Notifications, Destinations, Webhooks, Create: paste the address; what you write as secret can be asked for here. Then name the webhook in your notifications.',
    ),
  'uptime-kuma': () =>
    steps('Settings, Notifications, Setup: type Webhook, request body “Preset – application/json”, and this address.'),
  uptimerobot: () => ({
    label: 'Value to send as JSON',
    text: bodies.uptimerobot,
    where: 'Integrations, Webhook: paste the address, switch on “Send as JSON”, and notify for up and down events.',
  }),
  betterstack: () =>
    steps(
      'Integrations, Exporting data, Outgoing webhook: paste the address, for incidents that start, are acknowledged and are resolved.',
    ),
  pingdom: () => steps('Settings, Integrations, Add: type Webhook, with this address. Then choose it in each check.'),
  statuscake: () =>
    steps('Contact groups: paste the address as webhook URL, method POST, and name the group in tests.'),
  checkly: () => ({
    label: 'Body',
    text: bodies.checkly,
    where: 'Alerts, Add channel, Webhook: method POST, this address and this body. Let it send recoveries too.',
  }),
  healthchecks: () => ({
    label: 'Request body',
    text: '$JSON',
    where: 'Integrations, Webhook: method POST with this body to the address, both when a check goes down and up.',
  }),
  site24x7: () =>
    steps(
      'Admin, Third-party integrations, Webhooks: paste the address, method POST, “Send incident parameters”, content type JSON.',
    ),
  dynatrace: () => ({
    label: 'Custom payload',
    text: bodies.dynatrace,
    where:
      'Settings, Integration, Problem notifications: type Custom integration, with this address and payload. Send a notification when a problem is closed, too.',
  }),
  appdynamics: () => ({
    label: 'Payload',
    text: bodies.appdynamics,
    where:
      'Alert and Respond, HTTP request templates: method POST, this address, MIME type application/json and this payload. Name it as an action of a policy for violations that start, change, end and are cancelled.',
  }),
  splunk: () =>
    steps(
      'Save the search as an alert and add the trigger action Webhook with this address. Splunk never says that it is over: let the service resolve by itself after a time, or resolve by hand.',
    ),
  'splunk-observability': () =>
    steps(
      'Data management, Available integrations, Webhook: paste the address; a shared secret is what signs. Then make it a recipient of your detectors’ rules.',
    ),
  'splunk-oncall': (url) => ({
    label: 'Address with a routing key',
    text: `${url}/team-a`,
    where:
      'Let what calls VictorOps’ REST endpoint call this instead. The routing key at the end becomes the label “route”, for routing rules.',
  }),
  elastic: () => ({
    label: 'Body',
    text: bodies.elastic,
    where:
      'Stack Management, Connectors: a Webhook with method POST and this address. Give each rule two actions with this body, for each alert: one when it is active, one when it is Recovered.',
  }),
  honeycomb: () =>
    steps(
      'Team settings, Integrations, Webhooks: add the address, and name it as recipient of triggers and burn alerts.',
    ),
  bugsnag: () =>
    steps(
      'Project settings, Integrations, Webhook: paste the address, and choose new, reopened, spiking and changed errors.',
    ),
  rollbar: () =>
    steps(
      'Settings, Notifications, Webhook: paste the address. Rules for new, reactivated, reopened and resolved items are read.',
    ),
  jenkins: () =>
    steps(
      'With the Notification plugin: in the job, Job notifications, Add endpoint: format JSON, protocol HTTP, event “All events”, and this address.',
    ),
  netdata: () =>
    steps('Space settings, Alerts and notifications, Add: Webhook, with this address; authentication is not needed.'),
  prtg: () => ({
    label: 'Payload',
    text: bodies.prtg,
    where:
      'Notification templates, Execute HTTP action: POST this payload to the address. Add triggers for down, warning and “when it ends”.',
  }),
  email: (url) => ({
    label: 'Mail address',
    text: `${url.split('/').at(-1)}@your-domain`,
    where:
      'Route a domain’s mail to this Worker (Cloudflare Email Routing, catch-all). Mails with one subject are one alert; “+name” behind the key tells others apart.',
  }),
  events: (url) => ({
    label: 'Trigger with curl',
    text: bodies.curl(url, { event_action: 'trigger', dedup_key: 'first-alert', payload: FIRST_ALERT }),
    where: 'Send "event_action": "resolve" with the same dedup_key when it is over.',
  }),
  webhook: (url) => ({
    label: 'Trigger with curl',
    text: bodies.curl(url, { title: FIRST_ALERT.summary, status: 'firing', severity: 'warning', id: 'first-alert' }),
    where: 'Send "status": "resolved" with the same id when it is over.',
  }),
};

/** The snippet of a type with the real address in it. */
export const snippetFor = (type: string, url: string): Snippet =>
  SNIPPETS[type]?.(url) ?? steps('Paste the address where it sends webhooks, and let it send recoveries too.');
