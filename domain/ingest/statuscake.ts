import type { Urgency } from '../incident/incident';
import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { mapped } from './event';
import { at, exactly, firstFilled, plainNames } from './fields';
import { labelsFrom, pick, tagLabels } from './labels';

/** `Status`, https://www.statuscake.com/kb/knowledge-base/how-to-use-the-web-hook-url/ */
const STATUSES: Readonly<Record<string, AlertAction>> = { down: 'trigger', up: 'resolve' };
const URGENCIES: Readonly<Record<string, Urgency>> = { down: 'HIGH' };

/** StatusCake uptime alerts, form or JSON. Its `Token` is a secret and never becomes a label. */
export const statuscake = defineAdapter('statuscake', 'StatusCake', (body, request) => {
  const fields = plainNames(body);
  const [name, url] = [firstFilled(fields, ['name']), firstFilled(fields, ['url'])];
  const [id, status] = [firstFilled(fields, ['testid']), firstFilled(fields, ['status'])];
  if (status === null || (id ?? name ?? url) === null) return null;
  return [
    mapped(request, exactly(STATUSES, status), {
      dedupKey: id ?? JSON.stringify([name, url]),
      title: `${name ?? url ?? id} is ${status}`,
      description:
        firstFilled(fields, ['statuscode']) === null ? null : `HTTP status ${firstFilled(fields, ['statuscode'])}`,
      severity: status,
      urgency: exactly(URGENCIES, status),
      sourceLink: url,
      labels: labelsFrom(
        pick(fields, ['testid', 'statuscode', 'ip', 'method', 'checkrate']),
        tagLabels(at(fields, 'tags')),
      ),
      source: name,
    }),
  ];
});
