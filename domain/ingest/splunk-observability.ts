import type { Urgency } from '../incident/incident';
import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { mapped } from './event';
import { at, exactly, fieldsOf, firstText, textAt } from './fields';
import { labelsFrom, pick } from './labels';
import { anyInstant } from './times';

/** `status`, https://docs.splunk.com/observability/en/admin/notif-services/webhook.html */
const STATUSES: Readonly<Record<string, AlertAction>> = {
  anomalous: 'trigger',
  ok: 'resolve',
  'manually resolved': 'resolve',
  'auto resolved': 'resolve',
  stopped: 'resolve',
  // What templates of customers write for the first two.
  active: 'trigger',
  triggered: 'trigger',
  cleared: 'resolve',
  resolved: 'resolve',
};

const SEVERITIES: Readonly<Record<string, Urgency>> = {
  critical: 'HIGH',
  major: 'HIGH',
  minor: 'MEDIUM',
  warning: 'MEDIUM',
  info: 'LOW',
};

/** Splunk Observability Cloud (SignalFx) detectors: `incidentId` is the same until the alert clears. */
export const splunkObservability = defineAdapter('splunk-observability', 'Splunk Observability', (body, request) => {
  const incident = firstText(body, ['incidentId', 'detectorId']);
  if (incident === null) return null;
  const severity = textAt(body, 'severity');
  const status = firstText(body, ['status', 'statusExtended'])?.replace(/_/g, ' ') ?? null;
  const names = [textAt(body, 'rule'), firstText(body, ['detector', 'detectorName'])].filter((name) => name !== null);
  const dimensions = Object.values(fieldsOf(at(body, 'inputs'))).map((input) => at(input, 'key'));
  const time = anyInstant(at(body, 'timestamp'));
  return [
    mapped(request, exactly(STATUSES, status), {
      dedupKey: incident,
      title: firstText(body, ['messageTitle', 'title']),
      otherTitles: [names.join(' – ')],
      description: firstText(body, ['description', 'messageBody', 'readableRule']),
      severity,
      urgency: exactly(SEVERITIES, severity),
      sourceLink: firstText(body, ['detectorUrl', 'link']),
      links: [
        { href: textAt(body, 'runbookUrl'), text: 'Runbook' },
        { href: textAt(body, 'imageUrl'), text: 'Chart' },
      ],
      labels: labelsFrom(pick(body, ['detector', 'rule', 'eventType', 'detectOnCondition']), ...dimensions),
      source: firstText(body, ['detector', 'detectorName']),
      occurredAt: time,
    }),
  ];
});
