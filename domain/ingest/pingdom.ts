import type { Urgency } from '../incident/incident';
import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { defineAdapter } from './define';
import { mapped } from './event';
import { at, embedded, exactly, type Fields, firstText, listOf, textAt, textOf } from './fields';
import { labelsFrom, pick } from './labels';
import { anyInstant } from './times';

/** `current_state`; transaction checks say FAILING and SUCCESS. https://www.pingdom.com/resources/webhooks/ */
const STATES: Readonly<Record<string, AlertAction>> = {
  down: 'trigger',
  failing: 'trigger',
  up: 'resolve',
  success: 'resolve',
};

/** `importance_level`, which a recovery repeats. */
const IMPORTANCES: Readonly<Record<string, Urgency>> = { critical: 'HIGH', high: 'HIGH', medium: 'MEDIUM', low: 'LOW' };

/** Pingdom state change webhooks. Transaction checks count their ids apart from uptime checks. */
export const pingdom = defineAdapter('pingdom', 'Pingdom', (raw, request) => {
  const body = embedded(at(raw, 'message')) ?? raw;
  const [id, state] = [firstText(body, ['check_id', 'check']), firstText(body, ['current_state', 'state'])];
  if (id !== null && state === null) return beeps(id, body, request);
  if (id === null || state === null) return null;
  const action = exactly(STATES, state);
  const type = textAt(body, 'check_type');
  const importance = textAt(body, 'importance_level');
  const name = textAt(body, 'check_name');
  return [
    mapped(request, action, {
      dedupKey: type === 'TRANSACTION' ? JSON.stringify([type, id]) : id,
      title: `${name ?? `Check ${id}`} is ${state}`,
      description: textAt(body, 'long_description') ?? textAt(body, 'description'),
      severity: action === 'trigger' ? (importance ?? state) : state,
      urgency: exactly(IMPORTANCES, importance),
      sourceLink: textAt(body, 'check_params', 'full_url'),
      labels: labelsFrom(pick(body, ['check_id', 'check_type', 'description']), {
        tags: listOf(at(body, 'tags'))
          .map(textOf)
          .filter((tag) => tag !== null)
          .join(', '),
        probe: textAt(body, 'first_probe', 'location'),
      }),
      source: textAt(body, 'check_params', 'hostname') ?? name,
      occurredAt: anyInstant(at(body, 'state_changed_timestamp')),
    }),
  ];
});

/** `action` of the webhook before 2016, sent as JSON in the query's `message`. */
const BEEPS: Readonly<Record<string, AlertAction>> = { assign: 'trigger', notify_of_close: 'resolve' };

function beeps(id: string, body: Fields, request: InboundRequest): AlertEvent[] | null {
  const word = textAt(body, 'action');
  if (word === null) return null;
  const [name, state] = [textAt(body, 'checkname'), textAt(body, 'description')];
  const about = {
    dedupKey: id,
    title: `${name ?? `Check ${id}`} is ${state ?? word}`,
    severity: state ?? word,
    labels: labelsFrom(pick(body, ['check', 'checkname', 'host', 'incidentid'])),
    source: textAt(body, 'host') ?? name,
  };
  return [mapped(request, exactly(BEEPS, word), about)];
}
