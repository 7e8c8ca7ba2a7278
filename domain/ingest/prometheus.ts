import { alertmanagerEvents } from './alertmanager';
import { defineAdapter } from './define';
import { textAt } from './fields';

/**
 * Prometheus Alertmanager, webhook versions 3 and 4: `{status, alerts: [{status, labels, annotations, startsAt, endsAt,
 * generatorURL, fingerprint}], externalURL, truncatedAlerts}`.
 * https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 */
export const prometheus = defineAdapter('prometheus', 'Prometheus Alertmanager', (body, request) =>
  alertmanagerEvents(body, request, (alert) => [
    {
      href: textAt(alert, 'annotations', 'dashboard_url') ?? textAt(alert, 'annotations', 'dashboard'),
      text: 'Dashboard',
    },
    { href: textAt(body, 'externalURL'), text: 'Alertmanager' },
  ]),
);
