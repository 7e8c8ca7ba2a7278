import type { Urgency } from '../incident/incident';
import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { defineAdapter } from './define';
import { mapped } from './event';
import { at, exactly, type Fields, firstFilled, isFields, plainNames } from './fields';
import { labelsFrom, pick } from './labels';
import { anyInstant } from './times';

/** `$STATUS`, https://healthchecks.io/docs/configuring_notifications/#webhook */
const STATUSES: Readonly<Record<string, AlertAction>> = { down: 'trigger', up: 'resolve' };
const URGENCIES: Readonly<Record<string, Urgency>> = { down: 'HIGH' };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Healthchecks.io: the `$JSON` body of a check, alone or inside another object, a template of single variables as JSON,
 * form, query or text, or `$CODE/$STATUS` in the path.
 */
export const healthchecks = defineAdapter(
  'healthchecks',
  'Healthchecks.io',
  (body, request) => {
    const inner = at(body, 'check') ?? at(body, 'json');
    return checkEvents(plainNames(isFields(inner) ? { ...inner, ...body } : body), request);
  },
  (text, request) => checkEvents(text.trim() === '' ? {} : textFields(text), request),
);

function checkEvents(fields: Fields, request: InboundRequest): AlertEvent[] | null {
  const [pathId, pathStatus] = request.rest;
  const id =
    firstFilled(fields, ['uuid', 'code']) ??
    idInLink(firstFilled(fields, ['pingurl', 'updateurl'])) ??
    firstFilled(fields, ['uniquekey', 'slug', 'name']) ??
    pathId ??
    null;
  const status = firstFilled(fields, ['status']) ?? pathStatus ?? null;
  if (id === null || status === null) return null;
  const name = firstFilled(fields, ['name', 'slug']) ?? id;
  return [
    mapped(request, exactly(STATUSES, status), {
      dedupKey: id,
      title: `${name} is ${status}`,
      description: firstFilled(fields, ['desc']),
      severity: status,
      urgency: exactly(URGENCIES, status),
      sourceLink: firstFilled(fields, ['detailsurl', 'checkurl']),
      labels: labelsFrom(pick(fields, ['slug', 'tags', 'schedule', 'tz', 'npings', 'lastping', 'grace', 'timeout'])),
      source: name,
      occurredAt: anyInstant(at(fields, 'now')),
    }),
  ];
}

/** Versions 1 and 2 of its JSON name the check only in its addresses. */
const idInLink = (link: string | null): string | null =>
  /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(link ?? '')?.[1] ?? null;

/** A text template such as "$NAME is $STATUS ($CODE)": the one word up or down, and the check's id if it is there. */
function textFields(text: string): Fields {
  const words = text
    .slice(0, 1000)
    .split(/[\s,;|"'()[\]{}=:]+/)
    .filter((word) => word !== '');
  const states = words.filter((word) => exactly(STATUSES, word) !== null);
  const code = words.find((word) => UUID.test(word)) ?? null;
  const names = words.filter((word) => word !== code && word !== states[0] && word !== 'is');
  if (states.length !== 1 || (code === null && names.length === 0)) return {};
  return { status: states[0], code, name: names.join(' ') };
}
