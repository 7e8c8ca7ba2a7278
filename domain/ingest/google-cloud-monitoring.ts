import type { Urgency } from '../incident/incident';
import type { AlertAction } from './adapter';
import { textFromBase64 } from './base64';
import { defineAdapter } from './define';
import { mapped } from './event';
import { at, embedded, exactly, type Fields, fieldsOf, firstText, isFields, listOf, textAt } from './fields';
import { labelsFrom, pick } from './labels';
import { anyInstant } from './times';

/** `incident.state`, https://cloud.google.com/monitoring/support/notification-options#webhooks */
const ACTIONS: Readonly<Record<string, AlertAction>> = {
  open: 'trigger',
  closed: 'resolve',
  acknowledged: 'acknowledge',
};

/** `incident.severity`; "No severity" says nothing. */
const SEVERITIES: Readonly<Record<string, Urgency>> = { critical: 'HIGH', error: 'HIGH', warning: 'MEDIUM' };

/** Google Cloud Monitoring, versions 1.1 and 1.2, straight or through a Pub/Sub push subscription. */
export const googleCloudMonitoring = defineAdapter(
  'google-cloud-monitoring',
  'Google Cloud Monitoring',
  (body, request) => {
    const incident = at(unwrapped(body), 'incident');
    const id = textAt(incident, 'incident_id');
    if (!isFields(incident) || id === null) return null;
    const severity = textAt(incident, 'severity');
    const documentation = at(incident, 'documentation');
    const startedAt = anyInstant(at(incident, 'started_at'));
    const action = exactly(ACTIONS, textAt(incident, 'state'));
    const about = {
      dedupKey: id,
      title: textAt(incident, 'summary'),
      otherTitles: [textAt(documentation, 'subject'), firstText(incident, ['condition_name', 'policy_name'])],
      description: isFields(documentation) ? textAt(documentation, 'content') : textAt(incident, 'documentation'),
      severity,
      urgency: exactly(SEVERITIES, severity),
      sourceLink: textAt(incident, 'url'),
      links: listOf(at(documentation, 'links')).map((link) => ({
        href: textAt(link, 'url'),
        text: textAt(link, 'displayName'),
      })),
      labels: labelsFrom(
        pick(incident, ['policy_name', 'condition_name', 'scoping_project_id', 'resource_type_display_name']),
        at(incident, 'resource', 'labels'),
        at(incident, 'policy_user_labels'),
        at(incident, 'metric', 'labels'),
      ),
      source: firstText(incident, ['resource_display_name', 'resource_name', 'resource_id']),
      startedAt,
      // An open incident may already carry an end in the samples of the vendor.
      occurredAt: action === 'resolve' ? anyInstant(at(incident, 'ended_at')) : startedAt,
    };
    return [mapped(request, action, about)];
  },
);

/** `{message: {data: base64}}` of a Pub/Sub push, https://cloud.google.com/pubsub/docs/push */
function unwrapped(body: Fields): Fields {
  const data = textAt(body, 'message', 'data');
  return data === null ? body : fieldsOf(embedded(textFromBase64(data)));
}
