import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { mapped } from './event';
import { at, exactly, type Fields, firstFilled, isUnfilled, listOf, textAt, textOf } from './fields';
import { labelsFrom } from './labels';
import { urgencyOf } from './severity';
import { anyInstant } from './times';

/** `alert.actionGroup` and the words of connector templates, https://www.elastic.co/docs/explore-analyze/alerts-cases/alerts/rule-action-variables */
const STATUSES: Readonly<Record<string, AlertAction>> = {
  active: 'trigger',
  alert: 'trigger',
  firing: 'trigger',
  trigger: 'trigger',
  triggered: 'trigger',
  recovered: 'resolve',
  ok: 'resolve',
  resolve: 'resolve',
  resolved: 'resolve',
};

/**
 * Kibana rules and Watcher through a webhook connector whose body the customer writes. Rule and alert id identify
 * (`alert.uuid` is new whenever the same instance fires again); short templates have only a name.
 */
export const elastic = defineAdapter('elastic', 'Elastic', (body, request) => {
  const name = filledAt(
    body,
    ...[['rule', 'name'], ['rule_name'], ['ruleName'], ['name'], ['metadata', 'name'], ['payload', 'metadata', 'name']],
  );
  const rule = filledAt(
    body,
    ...[['rule', 'id'], ['rule_id'], ['ruleId'], ['watch_id'], ['metadata', 'watch_id'], ['payload', 'watch_id']],
  );
  const alert = filledAt(
    body,
    ...[['alert', 'id'], ['alert_id'], ['alertId'], ['alertInstanceId']],
    // Beside a rule's id a plain one is the alert's.
    ...(rule === null ? [] : [['id']]),
  );
  if (rule === null && name === null) return null;
  const severity = filledAt(
    body,
    ...[['severity'], ['alert', 'severity'], ['context', 'severity'], ['metadata', 'severity']],
  );
  const reason = filledAt(
    body,
    ...[['context', 'reason'], ['context', 'message'], ['alert', 'reason'], ['message'], ['reason'], ['description']],
  );
  return [
    mapped(request, actionOf(body), {
      dedupKey: rule === null && alert === null ? `name:${name}` : JSON.stringify([rule ?? name, alert]),
      title: alert === null || alert === name ? name : `${name ?? rule}: ${alert}`,
      otherTitles: [reason, rule],
      description: reason,
      severity,
      urgency: urgencyOf(severity),
      sourceLink: filledAt(
        body,
        ['context', 'alertDetailsUrl'],
        ['alertDetailsUrl'],
        ['kibanaUrl'],
        ['rule', 'url'],
        ['url'],
      ),
      labels: labelsFrom({
        rule: name,
        alert,
        type: filledAt(body, ['rule', 'type']),
        space: filledAt(body, ['rule', 'spaceId']),
        group: filledAt(body, ['alert', 'actionGroupName']),
        tags: listOf(at(body, 'rule', 'tags'))
          .map(textOf)
          .filter((tag) => tag !== null)
          .join(', '),
      }),
      source: alert,
      occurredAt: anyInstant(at(body, 'context', 'timestamp')) ?? anyInstant(at(body, 'date')),
    }),
  ];
});

/**
 * A group of its own name ("metrics.threshold.fired") means active: only "recovered" is reserved. Templates put the
 * group's display name ("Query matched") under "status", which then says nothing. Watches only begin.
 */
function actionOf(body: Fields): AlertAction | null {
  const group = filledAt(
    body,
    ['alert', 'actionGroup'],
    ['alert_action_group'],
    ['alertActionGroup'],
    ['action_group'],
    ['actionGroup'],
  );
  if (group === 'recovered') return 'resolve';
  const status =
    firstFilled(body, ['status', 'alert_status', 'alertStatus', 'state', 'event_action']) ??
    filledAt(body, ['alert', 'status'], ['event', 'action']);
  const known = exactly(STATUSES, status);
  return known ?? (status === null || group !== null ? 'trigger' : null);
}

function filledAt(body: Fields, ...paths: string[][]): string | null {
  for (const path of paths) {
    const text = textAt(body, ...path);
    if (text !== null && !isUnfilled(text)) return text;
  }
  return null;
}
