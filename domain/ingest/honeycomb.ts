import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { mapped, testPing } from './event';
import { at, exactly, firstFilled, isTrue } from './fields';
import { labelsFrom, pick } from './labels';
import { urgencyOf } from './severity';

/** `status`, https://docs.honeycomb.io/ (webhook recipients) */
const STATUSES: Readonly<Record<string, AlertAction>> = { triggered: 'trigger', ok: 'resolve', resolved: 'resolve' };

/** Honeycomb triggers and burn alerts. An empty id is none; the legacy `shared_secret` never becomes a label. */
export const honeycomb = defineAdapter('honeycomb', 'Honeycomb', (body, request) => {
  const name = firstFilled(body, ['name', 'alert_name']);
  const id = firstFilled(body, ['id', 'alert_id', 'alertId']);
  const summary = firstFilled(body, ['summary']);
  if (isTrue(at(body, 'is_test'))) return [testPing(request, { title: summary ?? name })];
  const key = id ?? name;
  const [status, severity] = [firstFilled(body, ['status']), firstFilled(body, ['severity', 'alert_severity'])];
  if (key === null || status === null) return null;
  return [
    mapped(request, exactly(STATUSES, status), {
      dedupKey: key,
      title: summary,
      otherTitles: [name],
      description: firstFilled(body, ['description', 'trigger_description', 'trigger_reason']),
      // Only templates that a customer writes have a severity.
      severity: severity ?? status,
      urgency: urgencyOf(severity),
      sourceLink: firstFilled(body, ['result_url', 'trigger_url', 'slo_url', 'alert_url']),
      links: [
        { href: firstFilled(body, ['trigger_url']), text: 'Trigger' },
        { href: firstFilled(body, ['slo_url']), text: 'SLO' },
      ],
      labels: labelsFrom(pick(body, ['name', 'operator', 'threshold', 'alert_type', 'dataset', 'environment'])),
      source: name,
    }),
  ];
});
