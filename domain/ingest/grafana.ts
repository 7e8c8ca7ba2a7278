import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { alertmanagerEvents } from './alertmanager';
import { defineAdapter } from './define';
import { mapped } from './event';
import { at, exactly, type Fields, fieldsOf, firstText, textAt } from './fields';
import { labelsFrom } from './labels';
import { urgencyOf } from './severity';

/** `state` of legacy alerting (before Grafana 9), https://grafana.com/docs/grafana/v7.5/alerting/notifications/#webhook */
const LEGACY_ACTIONS: Readonly<Record<string, AlertAction>> = {
  alerting: 'trigger',
  no_data: 'trigger',
  ok: 'resolve',
};

/**
 * Grafana: unified alerting sends Alertmanager's group with links of its own
 * (https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/);
 * legacy alerting sends one rule: `{ruleId, orgId?, ruleName, ruleUrl, state, title, message, tags, evalMatches}`, and what
 * is formatted for Grafana OnCall one alert: `{alert_uid, title, state, link_to_upstream_details, image_url, message}`.
 */
export const grafana = defineAdapter('grafana', 'Grafana', (body, request) => {
  const events = alertmanagerEvents(body, request, (alert) => [
    { href: textAt(alert, 'panelURL'), text: 'Panel' },
    { href: textAt(alert, 'dashboardURL'), text: 'Dashboard' },
    { href: textAt(alert, 'silenceURL'), text: 'Silence' },
    { href: textAt(alert, 'imageURL'), text: 'Image' },
  ]);
  return events ?? legacyEvents(body, request);
});

function legacyEvents(body: Fields, request: InboundRequest): AlertEvent[] | null {
  const rule = textAt(body, 'ruleId');
  const alert = textAt(body, 'alert_uid');
  if (rule === null && alert === null) return null;
  const tags = fieldsOf(at(body, 'tags'));
  const severity = firstText(tags, ['severity', 'priority']);
  const about = {
    dedupKey: alert ?? ['rule', textAt(body, 'orgId'), rule].filter((part) => part !== null).join(':'),
    title: firstText(body, ['title', 'ruleName']),
    description: textAt(body, 'message'),
    severity,
    urgency: urgencyOf(severity),
    sourceLink: firstText(body, ['ruleUrl', 'link_to_upstream_details']),
    links: [{ href: firstText(body, ['imageUrl', 'image_url']), text: 'Image' }],
    labels: labelsFrom(tags),
  };
  const action = exactly(LEGACY_ACTIONS, textAt(body, 'state'));
  return [mapped(request, action, about)];
}
