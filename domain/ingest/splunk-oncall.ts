import type { Urgency } from '../incident/incident';
import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { mapped } from './event';
import { freshKey } from './events';
import { at, exactly, textAt } from './fields';
import { labelsFrom } from './labels';
import { anyInstant } from './times';

/** `message_type`, https://help.victorops.com/knowledge-base/rest-endpoint-integration-guide/; INFO is an entry of the timeline only. */
const TYPES: Readonly<Record<string, AlertAction>> = {
  critical: 'trigger',
  warning: 'trigger',
  acknowledgement: 'acknowledge',
  recovery: 'resolve',
  ok: 'resolve',
  info: 'ignored',
};

const URGENCIES: Readonly<Record<string, Urgency>> = { critical: 'HIGH', warning: 'MEDIUM', info: 'LOW' };

const OWN_FIELDS = ['entity_id', 'message_type', 'entity_display_name', 'state_message'];

/** Splunk On-Call (VictorOps) generic REST endpoint; the routing key is in the path and becomes a label. */
export const splunkOncall = defineAdapter('splunk-oncall', 'Splunk On-Call', (body, request) => {
  const type = textAt(body, 'message_type');
  const action = exactly(TYPES, type);
  // A problem may come without an id and then stands for itself; everything else needs one.
  const key = textAt(body, 'entity_id') ?? (action === 'trigger' ? freshKey(request) : null);
  if (type === null || key === null) return null;
  const startedAt = anyInstant(at(body, 'state_start_time'));
  const about = {
    dedupKey: key,
    title: textAt(body, 'entity_display_name'),
    otherTitles: [textAt(body, 'entity_id'), textAt(body, 'state_message')],
    description: textAt(body, 'state_message'),
    severity: type,
    urgency: exactly(URGENCIES, type),
    sourceLink: textAt(body, 'alert_url'),
    links: annotations(body),
    labels: labelsFrom(Object.fromEntries(Object.entries(body).filter(([name]) => !OWN_FIELDS.includes(name))), {
      route: request.rest[0],
    }),
    source: textAt(body, 'host_name') ?? textAt(body, 'monitoring_tool'),
    startedAt,
    occurredAt: anyInstant(at(body, 'timestamp')) ?? startedAt,
  };
  return [mapped(request, action, about)];
});

/** `vo_annotate.u.Runbook` holds an address called "Runbook". */
const annotations = (body: Record<string, unknown>): { href: string | null; text: string }[] =>
  Object.keys(body)
    .filter((name) => name.startsWith('vo_annotate.u.'))
    .map((name) => ({ href: textAt(body, name), text: name.slice('vo_annotate.u.'.length) }));
