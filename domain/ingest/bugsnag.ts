import type { Urgency } from '../incident/incident';
import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { mapped } from './event';
import { at, exactly, fieldsOf, textAt } from './fields';
import { labelsFrom, pick } from './labels';
import { anyInstant } from './times';

/** `trigger.type`, https://docs.bugsnag.com/product/integrations/webhook */
const TRIGGERS: Readonly<Record<string, AlertAction>> = {
  firstexception: 'trigger',
  powerten: 'trigger',
  exception: 'trigger',
  erroreventfrequency: 'trigger',
  reopened: 'trigger',
  projectspiking: 'trigger',
};

/** `trigger.stateChange` of `errorStateManualChange`: ignoring and snoozing both mean that somebody has seen it. */
const CHANGES: Readonly<Record<string, AlertAction>> = {
  fixed: 'resolve',
  open: 'trigger',
  snoozed: 'acknowledge',
  ignored: 'acknowledge',
};

const SEVERITIES: Readonly<Record<string, Urgency>> = { error: 'HIGH', warning: 'MEDIUM', info: 'LOW' };

/** Bugsnag: `error.errorId` identifies (`error.id` is the event); a spike belongs to the project. */
export const bugsnag = defineAdapter('bugsnag', 'Bugsnag', (body, request) => {
  const type = textAt(body, 'trigger', 'type');
  const project = fieldsOf(at(body, 'project'));
  const error = fieldsOf(at(body, 'error'));
  const errorId = textAt(error, 'errorId') ?? textAt(error, 'id');
  const projectId = textAt(project, 'id');
  if (type === null || (errorId ?? projectId) === null) return null;
  const severity = textAt(error, 'severity');
  const parts = [textAt(error, 'exceptionClass'), textAt(error, 'message')].filter((part) => part !== null);
  const change = textAt(body, 'trigger', 'stateChange');
  return [
    mapped(request, type === 'errorStateManualChange' ? exactly(CHANGES, change) : exactly(TRIGGERS, type), {
      dedupKey: errorId ?? JSON.stringify([projectId, type]),
      title: parts.join(': '),
      otherTitles: [textAt(body, 'trigger', 'message'), textAt(project, 'name')],
      description: [textAt(body, 'trigger', 'message'), textAt(error, 'context')]
        .filter((part) => part !== null)
        .join('\n'),
      severity,
      urgency: exactly(SEVERITIES, severity),
      sourceLink: textAt(error, 'url') ?? textAt(project, 'url'),
      labels: labelsFrom(
        { project: textAt(project, 'name') },
        pick(error, ['releaseStage', 'appVersion', 'context', 'unhandled', 'exceptionClass']),
      ),
      source: textAt(project, 'name'),
      startedAt: anyInstant(at(error, 'firstReceived')),
      // A change of state repeats the time of the last error.
      occurredAt: change === null ? anyInstant(at(error, 'receivedAt')) : null,
    }),
  ];
});
