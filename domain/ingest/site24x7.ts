import type { Urgency } from '../incident/incident';
import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { mapped } from './event';
import { at, exactly, firstFilled, plainNames } from './fields';
import { labelsFrom, pick, tagLabels } from './labels';
import { anyInstant } from './times';

/** `$STATUS`, https://www.site24x7.com/help/admin/third-party-integration/custom-webhooks.html */
const STATUSES: Readonly<Record<string, AlertAction>> = {
  down: 'trigger',
  critical: 'trigger',
  trouble: 'trigger',
  up: 'resolve',
  maintenance: 'ignored',
  suspended: 'ignored',
  discovery: 'ignored',
};

const URGENCIES: Readonly<Record<string, Urgency>> = { down: 'HIGH', critical: 'HIGH', trouble: 'MEDIUM' };

/** Site24x7 webhooks, form or JSON; a monitor's id has 18 digits and more. */
export const site24x7 = defineAdapter('site24x7', 'Site24x7', (body, request) => {
  const fields = plainNames(body);
  const name = firstFilled(fields, ['monitorname', 'displayname']);
  const id = firstFilled(fields, ['monitorid']) ?? name;
  const status = firstFilled(fields, ['status']);
  if (id === null || status === null) return null;
  const about = {
    dedupKey: id,
    title: `${name ?? id} is ${status}`,
    description: firstFilled(fields, ['incidentreason', 'incidentdetails']),
    severity: status,
    urgency: exactly(URGENCIES, status),
    sourceLink: firstFilled(fields, ['monitordashboardlink', 'rcalink', 'monitorurl']),
    links: [{ href: firstFilled(fields, ['rcalink']), text: 'Root cause analysis' }],
    labels: labelsFrom(
      pick(fields, ['monitortype', 'monitorurl', 'failedlocations', 'grouptags', 'monitorgroupname']),
      tagLabels(at(fields, 'tags')),
    ),
    source: name,
    occurredAt: anyInstant(firstFilled(fields, ['incidenttimeiso'])),
  };
  const action = exactly(STATUSES, status);
  return [mapped(request, action, about)];
});
