import type { Adapter } from './adapter';
import { appdynamics } from './appdynamics';
import { azure } from './azure';
import { betterstack } from './betterstack';
import { bitbucket } from './bitbucket';
import { bugsnag } from './bugsnag';
import { checkly } from './checkly';
import { checkmk } from './checkmk';
import { cloudflare } from './cloudflare';
import { cloudwatch } from './cloudwatch';
import { datadog } from './datadog';
import { dynatrace } from './dynatrace';
import { elastic } from './elastic';
import { email } from './email';
import { events } from './events';
import { github } from './github';
import { gitlab } from './gitlab';
import { googleCloudMonitoring } from './google-cloud-monitoring';
import { grafana } from './grafana';
import { healthchecks } from './healthchecks';
import { honeycomb } from './honeycomb';
import { icinga2 } from './icinga2';
import { jenkins } from './jenkins';
import { nagios } from './nagios';
import { netdata } from './netdata';
import { newrelic } from './newrelic';
import { opsgenie } from './opsgenie';
import { pagerduty } from './pagerduty';
import { pingdom } from './pingdom';
import { prometheus } from './prometheus';
import { prtg } from './prtg';
import { rollbar } from './rollbar';
import { sentry } from './sentry';
import { site24x7 } from './site24x7';
import { splunk } from './splunk';
import { splunkObservability } from './splunk-observability';
import { splunkOncall } from './splunk-oncall';
import { statuscake } from './statuscake';
import { uptimeKuma } from './uptime-kuma';
import { uptimerobot } from './uptimerobot';
import { vercel } from './vercel';
import { webhook } from './webhook';
import { zabbix } from './zabbix';

/** Every integration type that is understood, in the order of the catalogue. */
export const INTEGRATION_TYPES = [
  'prometheus',
  'grafana',
  'datadog',
  'sentry',
  'cloudwatch',
  'pagerduty',
  'opsgenie',
  'newrelic',
  'azure',
  'google-cloud-monitoring',
  'zabbix',
  'nagios',
  'icinga2',
  'github',
  'gitlab',
  'bitbucket',
  'vercel',
  'cloudflare',
  'uptime-kuma',
  'uptimerobot',
  'betterstack',
  'pingdom',
  'statuscake',
  'checkly',
  'healthchecks',
  'dynatrace',
  'appdynamics',
  'splunk',
  'splunk-observability',
  'splunk-oncall',
  'elastic',
  'honeycomb',
  'bugsnag',
  'rollbar',
  'jenkins',
  'checkmk',
  'netdata',
  'site24x7',
  'prtg',
  'email',
  'events',
  'webhook',
] as const;
export type IntegrationType = (typeof INTEGRATION_TYPES)[number];

export const ADAPTERS: Record<IntegrationType, Adapter> = {
  prometheus,
  grafana,
  datadog,
  sentry,
  cloudwatch,
  pagerduty,
  opsgenie,
  newrelic,
  azure,
  'google-cloud-monitoring': googleCloudMonitoring,
  zabbix,
  nagios,
  icinga2,
  github,
  gitlab,
  bitbucket,
  vercel,
  cloudflare,
  'uptime-kuma': uptimeKuma,
  uptimerobot,
  betterstack,
  pingdom,
  statuscake,
  checkly,
  healthchecks,
  dynatrace,
  appdynamics,
  splunk,
  'splunk-observability': splunkObservability,
  'splunk-oncall': splunkOncall,
  elastic,
  honeycomb,
  bugsnag,
  rollbar,
  jenkins,
  checkmk,
  netdata,
  site24x7,
  prtg,
  email,
  events,
  webhook,
};

/** The adapter of a type as it stands in a URL; null for an unknown word. */
export const adapterFor = (type: string): Adapter | null =>
  Object.hasOwn(ADAPTERS, type) ? ADAPTERS[type as IntegrationType] : null;
