import type { Urgency } from '../incident/incident';
import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { mapped } from './event';
import { at, exactly, firstFilled, listOf, plainNames, textAt } from './fields';
import { labelsFrom, pick, tagLabels } from './labels';

/** `{State}`, https://www.dynatrace.com/support/help/observe-and-explore/notifications-and-alerting/problem-notifications/webhook-integration */
const STATES: Readonly<Record<string, AlertAction>> = {
  open: 'trigger',
  resolved: 'resolve',
  // It goes on as part of another problem, and sends no end of its own.
  merged: 'resolve',
  // `event.status` of a Davis problem in a workflow, and `status` of the problems API.
  active: 'trigger',
  closed: 'resolve',
};

/** `{ProblemSeverity}`; a custom alert says nothing about how bad it is. */
const SEVERITIES: Readonly<Record<string, Urgency>> = {
  availability: 'HIGH',
  error: 'HIGH',
  monitoring_unavailable: 'HIGH',
  performance: 'MEDIUM',
  resource_contention: 'MEDIUM',
  resource: 'MEDIUM',
  info: 'LOW',
};

/**
 * Dynatrace problem notifications (custom integration): PID is unique, ProblemID only within an environment's life. The
 * HTTP action of a workflow posts the problem's own fields (`event.id`, `event.status`, `event.name`, `display_id`).
 */
export const dynatrace = defineAdapter('dynatrace', 'Dynatrace', (body, request) => {
  const fields = plainNames(body);
  const id = firstFilled(fields, ['pid', 'eventid', 'problemid', 'displayid']);
  if (id === null) return null;
  const severity = firstFilled(fields, ['problemseverity', 'severitylevel', 'severity', 'eventcategory']);
  const entity = firstFilled(fields, ['impactedentity']) ?? textAt(listOf(at(fields, 'impactedentities'))[0], 'name');
  return [
    mapped(request, exactly(STATES, firstFilled(fields, ['state', 'problemstatus', 'eventstatus', 'status'])), {
      dedupKey: id,
      title: firstFilled(fields, ['problemtitle', 'title', 'eventname']),
      otherTitles: [firstFilled(fields, ['problemid', 'displayid'])],
      description: firstFilled(fields, ['problemdetailstext', 'problemdetails', 'eventdescription']),
      severity,
      urgency: exactly(SEVERITIES, severity),
      sourceLink: firstFilled(fields, ['problemurl', 'url']),
      labels: labelsFrom(pick(fields, ['problemid', 'problemimpact', 'impactedentity']), tagLabels(at(fields, 'tags'))),
      source: entity,
    }),
  ];
});
