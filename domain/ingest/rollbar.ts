import type { Urgency } from '../incident/incident';
import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { mapped, testPing } from './event';
import { at, exactly, fieldsOf, textAt } from './fields';
import { labelsFrom, pick } from './labels';
import { anyInstant } from './times';

/** `event_name`, https://docs.rollbar.com/docs/webhooks */
const EVENTS: Readonly<Record<string, AlertAction>> = {
  new_item: 'trigger',
  occurrence: 'trigger',
  exp_repeat_item: 'trigger',
  item_velocity: 'trigger',
  reactivated_item: 'trigger',
  reopened_item: 'trigger',
  resolved_item: 'resolve',
};

/** `item.level`, a number or its word. */
const LEVELS: Readonly<Record<string, Urgency>> = {
  50: 'HIGH',
  40: 'HIGH',
  30: 'MEDIUM',
  20: 'LOW',
  10: 'LOW',
  critical: 'HIGH',
  error: 'HIGH',
  warning: 'MEDIUM',
  info: 'LOW',
  debug: 'LOW',
};

/** Rollbar: the item identifies; deploys and the like are no alerts. */
export const rollbar = defineAdapter('rollbar', 'Rollbar', (body, request) => {
  const event = textAt(body, 'event_name');
  if (event === 'test') return [testPing(request, { title: textAt(body, 'data', 'message') ?? 'Rollbar test' })];
  const item = fieldsOf(at(body, 'data', 'item'));
  const id = textAt(item, 'id');
  if (id === null) return null;
  const action = exactly(EVENTS, event);
  const level = textAt(item, 'level');
  const occurrence = fieldsOf(at(body, 'data', 'occurrence') ?? at(item, 'last_occurrence'));
  const host = textAt(occurrence, 'server', 'host');
  return [
    mapped(request, action, {
      dedupKey: id,
      title: textAt(item, 'title'),
      otherTitles: [textAt(occurrence, 'body', 'message', 'body')],
      description:
        textAt(occurrence, 'body', 'message', 'body') ?? textAt(occurrence, 'body', 'trace', 'exception', 'message'),
      severity: level,
      urgency: exactly(LEVELS, level),
      sourceLink: textAt(body, 'data', 'url') ?? textAt(item, 'url'),
      labels: labelsFrom(
        pick(item, ['environment', 'counter', 'project_id', 'total_occurrences']),
        pick(occurrence, ['language', 'framework']),
        { host },
      ),
      source: host ?? textAt(item, 'environment'),
      startedAt: anyInstant(at(item, 'first_occurrence_timestamp')),
      // A resolve repeats the time of the last error.
      occurredAt: action === 'resolve' ? null : anyInstant(at(item, 'last_occurrence_timestamp')),
    }),
  ];
});
