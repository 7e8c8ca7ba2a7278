import type { Urgency } from '../incident/incident';
import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { mapped } from './event';
import { at, exactly, listOf, textAt, textOf } from './fields';
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
export const pingdom = defineAdapter('pingdom', 'Pingdom', (body, request) => {
  const [id, state] = [textAt(body, 'check_id'), textAt(body, 'current_state')];
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
