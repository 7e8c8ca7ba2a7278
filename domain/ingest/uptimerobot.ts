import type { Urgency } from '../incident/incident';
import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { mapped } from './event';
import { exactly, firstFilled, plainNames } from './fields';
import { labelsFrom, pick } from './labels';
import { anyInstant } from './times';

/** `*alertType*` and `*alertTypeFriendlyName*`, https://help.uptimerobot.com/ (variables of web-hooks) */
const ACTIONS: Readonly<Record<string, AlertAction>> = {
  1: 'trigger',
  2: 'resolve',
  3: 'trigger',
  4: 'trigger',
  down: 'trigger',
  up: 'resolve',
  'ssl expiry': 'trigger',
  'ssl expiration': 'trigger',
  'domain expiry': 'trigger',
  'domain expiration': 'trigger',
};

const URGENCIES: Readonly<Record<string, Urgency>> = { down: 'HIGH', 1: 'HIGH' };

/** Kinds of alert that have no "up": kept apart from the monitor's own. */
const EXPIRIES: Readonly<Record<string, string>> = {
  3: 'ssl',
  4: 'domain',
  'ssl expiry': 'ssl',
  'ssl expiration': 'ssl',
  'domain expiry': 'domain',
  'domain expiration': 'domain',
};

/** UptimeRobot: GET query, form or JSON, under the names of its variables in any spelling. */
export const uptimerobot = defineAdapter('uptimerobot', 'UptimeRobot', (body, request) => {
  const fields = plainNames(body);
  const name = firstFilled(fields, ['monitorfriendlyname', 'monitorname']);
  const url = firstFilled(fields, ['monitorurl']);
  const monitor = firstFilled(fields, ['monitorid']) ?? url ?? name;
  if (monitor === null) return null;
  const type = firstFilled(fields, ['alerttype', 'alerttypefriendlyname']);
  const severity = firstFilled(fields, ['alerttypefriendlyname', 'alerttype']);
  const expiry = exactly(EXPIRIES, type);
  return [
    mapped(request, exactly(ACTIONS, type), {
      dedupKey: expiry === null ? monitor : JSON.stringify([monitor, expiry]),
      title: `${name ?? url ?? monitor}: ${severity ?? 'unknown state'}`,
      description: firstFilled(fields, ['alertdetails']),
      severity,
      urgency: exactly(URGENCIES, severity),
      sourceLink: url,
      labels: labelsFrom(pick(fields, ['monitorid', 'monitorurl', 'monitorfriendlyname', 'alertdetails'])),
      source: name,
      occurredAt: anyInstant(firstFilled(fields, ['alertdatetime'])),
    }),
  ];
});
