import type { Urgency } from '../incident/incident';
import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { mapped } from './event';
import { at, exactly, firstFilled, plainNames } from './fields';
import { labelsFrom, pick, tagLabels } from './labels';
import { anyInstant } from './times';

/** `ALERT_TYPE`, https://www.checklyhq.com/docs/integrations/alerts/webhooks/ */
const ACTIONS: Readonly<Record<string, AlertAction>> = {
  alert_failure: 'trigger',
  alert_failure_remain: 'trigger',
  alert_failure_degraded: 'trigger',
  alert_degraded: 'trigger',
  alert_degraded_remain: 'trigger',
  alert_degraded_failure: 'trigger',
  alert_ssl: 'trigger',
  alert_recovery: 'resolve',
  alert_degraded_recovery: 'resolve',
};

const URGENCIES: Readonly<Record<string, Urgency>> = {
  alert_failure: 'HIGH',
  alert_failure_remain: 'HIGH',
  alert_degraded_failure: 'HIGH',
  alert_failure_degraded: 'MEDIUM',
  alert_degraded: 'MEDIUM',
  alert_degraded_remain: 'MEDIUM',
};

/** Checkly: the default template, and bodies that customers write. A certificate's alert is apart from its check's. */
export const checkly = defineAdapter('checkly', 'Checkly', (body, request) => {
  const fields = plainNames(body);
  const type = firstFilled(fields, ['alerttype']);
  const link = firstFilled(fields, ['link', 'resultlink', 'url']);
  const message = firstFilled(fields, ['event', 'alerttitle', 'title', 'message']);
  const inLink = /\/checks\/([0-9a-f-]{36})/i.exec(link ?? '')?.[1];
  const check = firstFilled(fields, ['checkid']) ?? inLink ?? firstFilled(fields, ['checkname']) ?? message;
  if (check === null) return null;
  const name = firstFilled(fields, ['checkname']);
  return [
    mapped(request, type === null ? 'trigger' : exactly(ACTIONS, type), {
      dedupKey: type === 'ALERT_SSL' ? JSON.stringify([check, 'ssl']) : check,
      title: message,
      otherTitles: [name],
      description: firstFilled(fields, ['checkerrormessage']),
      severity: type,
      urgency: exactly(URGENCIES, type),
      sourceLink: link,
      labels: labelsFrom(
        pick(fields, [
          'checkname',
          'checktype',
          'groupname',
          'runlocation',
          'responsetime',
          'apicheckresponsestatuscode',
          'ssldaysremaining',
        ]),
        tagLabels(at(fields, 'tags')),
      ),
      source: name,
      occurredAt: anyInstant(at(fields, 'startedat')),
    }),
  ];
});
