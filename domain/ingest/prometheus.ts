import { alertmanagerEvents } from './alertmanager';
import { defineAdapter } from './define';
import { at, isFields, textAt } from './fields';
import { instantFrom } from './times';

/**
 * Prometheus Alertmanager, webhook versions 3 and 4: `{status, alerts: [{status, labels, annotations, startsAt, endsAt,
 * generatorURL, fingerprint}], externalURL, truncatedAlerts}`.
 * https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 * Prometheus and vmalert without an Alertmanager post a plain list of alerts that say only when they end: what ends in
 * the future is firing (https://prometheus.io/docs/alerting/latest/alerts_api/).
 */
export const prometheus = defineAdapter('prometheus', 'Prometheus Alertmanager', (body, request) => {
  const isAlone = isFields(at(body, 'labels')) && at(body, 'alerts') === undefined;
  const endsAt = instantFrom(at(body, 'endsAt'));
  const status = endsAt !== null && endsAt <= request.receivedAt ? 'resolved' : 'firing';
  const group = isAlone ? { alerts: [{ status, ...body }] } : body;
  return alertmanagerEvents(group, request, (alert) => [
    {
      href: textAt(alert, 'annotations', 'dashboard_url') ?? textAt(alert, 'annotations', 'dashboard'),
      text: 'Dashboard',
    },
    { href: textAt(body, 'externalURL'), text: 'Alertmanager' },
  ]);
});
