// What a tool is given to send, where its owner writes that himself: the tool's own variables under the names that its
// adapter reads. The address stands in it where the tool has no field for one.

const json = (fields: Record<string, unknown>): string => JSON.stringify(fields, null, 2);

/** `{a: 'A'}` as `"a": "A"` with each value in the tool's own brackets. */
const variables = (names: Record<string, string>, [before, after]: readonly [string, string]): string =>
  json(Object.fromEntries(Object.entries(names).map(([name, variable]) => [name, `${before}${variable}${after}`])));

const sameName = (words: string): Record<string, string> =>
  Object.fromEntries(words.split(' ').map((word) => [word, word]));

export const alertmanager = (url: string): string =>
  `route:
  receiver: opsknight
receivers:
  - name: opsknight
    webhook_configs:
      - url: '${url}'
        send_resolved: true`;

/** https://docs.datadoghq.com/integrations/webhooks/#variables */
export const datadog = variables(
  {
    title: 'EVENT_TITLE',
    body: 'TEXT_ONLY_MSG',
    alert_transition: 'ALERT_TRANSITION',
    alert_priority: 'ALERT_PRIORITY',
    alert_type: 'ALERT_TYPE',
    alert_id: 'ALERT_ID',
    alert_scope: 'ALERT_SCOPE',
    hostname: 'HOSTNAME',
    link: 'LINK',
    tags: 'TAGS',
    date: 'DATE',
  },
  ['$', ''],
);

/** https://www.zabbix.com/documentation/current/en/manual/config/notifications/media/webhook */
export const zabbix = (url: string): string =>
  `// Parameters: event_id {EVENT.ID}, event_name {EVENT.NAME},
// event_severity {EVENT.SEVERITY}, event_value {EVENT.VALUE},
// event_update_status {EVENT.UPDATE.STATUS},
// event_update_action {EVENT.UPDATE.ACTION}, event_tags {EVENT.TAGSJSON},
// host_name {HOST.NAME}, trigger_id {TRIGGER.ID}, message {ALERT.MESSAGE}
var request = new HttpRequest();
request.addHeader('Content-Type: application/json');
request.post('${url}', value);
if (request.getStatus() >= 300) throw 'HTTP ' + request.getStatus();
return 'OK';`;

const NAGIOS = 'NOTIFICATIONTYPE HOSTNAME HOSTSTATE HOSTOUTPUT SERVICEDESC SERVICESTATE SERVICEOUTPUT';

const posted = (variable: (name: string) => string, names = NAGIOS): string =>
  names
    .split(' ')
    .map((name) => `--data-urlencode "${name}=${variable(name)}" \\\n  `)
    .join('');

/** https://assets.nagios.com/downloads/nagioscore/docs/nagioscore/4/en/macrolist.html */
export const nagios = (url: string): string =>
  `define command {
  command_name notify-opsknight
  command_line /usr/bin/curl -fsS -m 10 \\
  ${posted((name) => `$${name}$`)}'${url}'
}`;

/** https://docs.checkmk.com/latest/en/notifications.html#scripts */
export const checkmk = (url: string): string =>
  `#!/bin/bash
# OpsKnight
curl -fsS -m 10 \\
  ${posted((name) => `$NOTIFY_${name}`, `WHAT ${NAGIOS}`)}'${url}'`;

const ICINGA = 'host.name host.state host.output service.name service.state service.output';

/** https://icinga.com/docs/icinga-2/latest/doc/03-monitoring-basics/#notification-commands */
export const icinga2 = (url: string): string =>
  `object NotificationCommand "opsknight" {
  command = [ "/usr/bin/curl", "-fsS", "-m", "10",
    "-H", "content-type: application/json",
    "-d", "$opsknight_body$", "${url}" ]
  vars.opsknight_body = {{ Json.encode({
    notification_type = macro("$notification.type$")
${ICINGA.split(' ')
  .map((name) => `    ${name.replace('.', '_')} = macro("$${name}$")`)
  .join('\n')}
  }) }}
}`;

/** https://help.uptimerobot.com/ (variables of web-hooks) */
export const uptimerobot = variables(
  sameName(
    'monitorID monitorURL monitorFriendlyName alertType alertTypeFriendlyName alertDetails alertDateTime sslExpiryDaysLeft',
  ),
  ['*', '*'],
);

/** https://www.checklyhq.com/docs/integrations/alerts/webhooks/ */
export const checkly = variables(
  {
    event: 'ALERT_TITLE',
    alert_type: 'ALERT_TYPE',
    check_id: 'CHECK_ID',
    check_name: 'CHECK_NAME',
    check_type: 'CHECK_TYPE',
    check_error_message: 'CHECK_ERROR_MESSAGE',
    run_location: 'RUN_LOCATION',
    started_at: 'STARTED_AT',
    link: 'RESULT_LINK',
  },
  ['{{', '}}'],
);

/** https://docs.dynatrace.com/docs/analyze-explore-automate/notifications-and-alerting/problem-notifications/webhook-integration */
export const dynatrace = variables(
  sameName(
    'PID ProblemID State ProblemTitle ProblemSeverity ProblemImpact ProblemURL ImpactedEntity ProblemDetailsText Tags',
  ),
  ['{', '}'],
);

const latest = (name: string): string => `\${latestEvent.${name}}`;

/** https://docs.appdynamics.com/ (HTTP request templates) */
export const appdynamics = json({
  event: {
    ...Object.fromEntries(
      ['eventType', 'severity', 'summaryMessage', 'eventTime', 'deepLink'].map((name) => [name, latest(name)]),
    ),
    incident: { id: latest('incident.id') },
    ...Object.fromEntries(
      ['healthRule', 'application', 'tier'].map((name) => [name, { name: latest(`${name}.name`) }]),
    ),
  },
});

/** https://www.elastic.co/docs/explore-analyze/alerts-cases/alerts/rule-action-variables */
export const elastic = json({
  rule: { id: '{{rule.id}}', name: '{{rule.name}}', type: '{{rule.type}}' },
  alert: { id: '{{alert.id}}', actionGroup: '{{alert.actionGroup}}' },
  context: { reason: '{{context.reason}}', alertDetailsUrl: '{{context.alertDetailsUrl}}' },
  date: '{{date}}',
});

const PRTG: Record<string, string> = {
  ...{ sensorid: 'sensorid', state: 'state', device: 'device', sensor: 'name', group: 'group', priority: 'priority' },
  ...{ lastmessage: 'lastmessage', linksensor: 'linksensor' },
};

/** https://www.paessler.com/manuals/prtg/list_of_placeholders_for_notifications */
export const prtg = Object.entries(PRTG)
  .map(([name, placeholder]) => `${name}=%${placeholder}`)
  .join('&');

export const curl = (url: string, body: object): string =>
  [`curl -X POST '${url}' \\`, "  -H 'content-type: application/json' \\", `  -d '${JSON.stringify(body)}'`].join('\n');
