import {
  declareInput,
  escalateInput,
  noteInput,
  pauseInput,
  reassignInput,
  resolveInput,
  respondersInput,
  snoozeInput,
} from '../../domain/incident/input';
import { failure } from '../../domain/shared/errors';
import { err, type Result } from '../../domain/shared/result';
import { type Instant, toIso } from '../../domain/shared/time';
import { optionalTextOf, textOf } from './form';
import { nextMorning } from './morning';
import type { IncidentOperations } from './operations';
import { parsed } from './parse.server';

/** Where and when the person who pressed the button is. */
export type Asker = { now: Instant; timeZone: string };
type Run = (incident: IncidentOperations, id: string, form: FormData, asker: Asker) => Promise<Result<unknown>>;

// Every button of the incident's page, by the verb it posts.
const COMMANDS: Record<string, Run> = {
  acknowledge: (incident, id) => incident.acknowledge({ id }),
  unsnooze: (incident, id) => incident.unsnooze({ id }),
  reopen: (incident, id) => incident.reopen({ id }),
  suppress: (incident, id) => incident.suppress({ id }),
  unsuppress: (incident, id) => incident.unsuppress({ id }),
  resolve: (incident, id, form) =>
    parsed(resolveInput, { note: optionalTextOf(form, 'note') }, (input) => incident.resolve({ id, ...input })),
  escalate: (incident, id, form) =>
    parsed(escalateInput, { step: optionalTextOf(form, 'step') }, (input) => incident.escalate({ id, ...input })),
  note: (incident, id, form) =>
    parsed(noteInput, { body: textOf(form, 'body') }, (input) => incident.addNote({ id, ...input })),
  snooze: (incident, id, form, asker) =>
    parsed(snoozeInput, snoozeOf(form, asker), (input) => incident.snooze({ id, ...input })),
  pause: (incident, id, form) =>
    parsed(pauseInput, { minutes: optionalTextOf(form, 'minutes') }, (input) => incident.pause({ id, ...input })),
  resume: (incident, id) => incident.resume({ id }),
  responders: (incident, id, form) =>
    parsed(respondersInput, respondersOf(form), (input) => incident.addResponders({ id, ...input })),
  reassign: (incident, id, form) =>
    parsed(reassignInput, assigneeOf(form), (input) => incident.reassign({ id, ...input })),
};

/** A declared incident, from its form. */
export const declareFrom = (incident: IncidentOperations, form: FormData) =>
  parsed(
    declareInput,
    {
      title: textOf(form, 'title'),
      serviceId: textOf(form, 'serviceId'),
      urgency: optionalTextOf(form, 'urgency'),
      description: optionalTextOf(form, 'description'),
    },
    ({ title, serviceId, urgency, description }) => incident.declare({ title, serviceId, urgency, description }),
  );

export function snoozeOf(form: FormData, { now, timeZone }: Asker) {
  const reason = optionalTextOf(form, 'reason');
  const isMorning = [textOf(form, 'until'), textOf(form, 'minutes')].includes('morning');
  if (isMorning) return { until: toIso(nextMorning(now, timeZone)), reason };
  return { minutes: textOf(form, 'minutes') || Number.NaN, reason };
}

function respondersOf(form: FormData) {
  const [kind, id] = textOf(form, 'responder').split(':', 2);
  const message = optionalTextOf(form, 'message');
  return kind === 'team' ? { teamIds: [id], message } : { userIds: id ? [id] : [], message };
}

export function assigneeOf(form: FormData) {
  const [kind, id] = textOf(form, 'assignee').split(':', 2);
  return kind === 'team' ? { teamId: id } : { userId: id || undefined };
}

/** Runs the command a form names, or says that there is none. */
export function runIncidentCommand(
  incident: IncidentOperations,
  id: string,
  form: FormData,
  asker: Asker,
): Promise<Result<unknown>> {
  const verb = textOf(form, 'verb');
  const run = Object.hasOwn(COMMANDS, verb) ? COMMANDS[verb] : undefined;
  return run ? run(incident, id, form, asker) : Promise.resolve(err(failure('invalid', 'This button is not known.')));
}
