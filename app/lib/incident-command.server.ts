import {
  declareInput,
  escalateInput,
  fieldsInput,
  linkInput,
  mergeInput,
  noteInput,
  pauseInput,
  reassignInput,
  resolveInput,
  respondersInput,
  snoozeInput,
  tagsInput,
  updateIncidentInput,
} from '../../domain/incident/input';
import { splitTags } from '../../domain/incident/tag';
import { watcherInput } from '../../domain/incident/watcher';
import { failure } from '../../domain/shared/errors';
import { err, type Result } from '../../domain/shared/result';
import { type Instant, toIso } from '../../domain/shared/time';
import { fieldsOf } from './custom-fields';
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
  merge: (incident, id, form) =>
    parsed(mergeInput, { into: textOf(form, 'into') }, (input) => incident.merge({ id, ...input })),
  unmerge: (incident, id) => incident.unmerge({ id }),
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
  watch: (incident, id, form) =>
    parsed(watcherInput, { userId: textOf(form, 'userId'), role: optionalTextOf(form, 'role') }, (input) =>
      incident.watch({ id, ...input }),
    ),
  unwatch: (incident, id, form) => incident.unwatch({ id, userId: textOf(form, 'userId') }),
  link: (incident, id, form) =>
    parsed(linkInput, { otherId: textOf(form, 'otherId') }, (input) => incident.link({ id, ...input })),
  unlink: (incident, id, form) => incident.unlink({ id, otherId: textOf(form, 'otherId') }),
  'edit-note': (incident, id, form) =>
    parsed(noteInput, { body: textOf(form, 'body') }, (input) =>
      incident.editNote({ id, noteId: textOf(form, 'noteId'), ...input }),
    ),
  edit: editDetails,
  reassign: (incident, id, form) =>
    parsed(reassignInput, assigneeOf(form), (input) => incident.reassign({ id, ...input })),
};

/** The form of all details: each part is taken on its own, and only what differs changes anything. */
async function editDetails(incident: IncidentOperations, id: string, form: FormData): Promise<Result<unknown>> {
  const details = {
    title: textOf(form, 'title'),
    description: optionalTextOf(form, 'description') ?? null,
    urgency: optionalTextOf(form, 'urgency'),
    priority: optionalTextOf(form, 'priority') ?? null,
  };
  const fields = fieldsOf(form);
  if (Object.keys(fields).length > 0) {
    const filled = await parsed(fieldsInput, { fields }, (input) => incident.changeFields({ id, ...input }));
    if (!filled.ok) return filled;
  }
  const tags = splitTags(textOf(form, 'tags'));
  const before = splitTags(textOf(form, 'tagsBefore'));
  const remove = before.filter((tag) => !tags.includes(tag));
  const add = tags.filter((tag) => !before.includes(tag));
  if (form.has('tagsBefore') && add.length + remove.length > 0) {
    const tagged = await parsed(tagsInput, { add, remove }, (input) => incident.changeTags({ id, ...input }));
    if (!tagged.ok) return tagged;
  }
  // Last: whoever hides it from themselves has saved everything by then.
  const visibility = form.get('private') === 'yes' ? 'PRIVATE' : 'PUBLIC';
  return parsed(updateIncidentInput, { ...details, visibility }, (input) => incident.update({ id, ...input }));
}

/** A declared incident, from its form. */
export const declareFrom = (incident: IncidentOperations, form: FormData) =>
  parsed(
    declareInput,
    {
      title: textOf(form, 'title'),
      serviceId: textOf(form, 'serviceId'),
      urgency: optionalTextOf(form, 'urgency'),
      description: optionalTextOf(form, 'description'),
      priority: optionalTextOf(form, 'priority'),
      visibility: form.get('private') === 'yes' ? 'PRIVATE' : 'PUBLIC',
      tags: splitTags(textOf(form, 'tags')),
      fields: fieldsOf(form),
    },
    ({ dedupKey: _none, ...input }) => incident.declare(input),
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
