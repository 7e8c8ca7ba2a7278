import { OpenAPIHono, z } from '@hono/zod-openapi';
import { FIELD_KINDS } from '../../../domain/custom-field/kinds';
import { INCIDENT_STATUSES } from '../../../domain/incident/incident';
import { duplicatesInput, fieldsInput, linkInput, noteInput, tagsInput } from '../../../domain/incident/input';
import { WATCHER_ROLES, watcherInput } from '../../../domain/incident/watcher';
import { idField, idInput } from '../../../domain/shared/input';
import { ok } from '../../../domain/shared/result';
import { changeFields } from '../../operations/incident/change-fields';
import { changeTags } from '../../operations/incident/change-tags';
import { editNote } from '../../operations/incident/edit-note';
import { getIncident } from '../../operations/incident/get';
import { linkIncident, unlinkIncident } from '../../operations/incident/link';
import { possibleDuplicates, relatedIncidents } from '../../operations/incident/related';
import { listWatchers, unwatchIncident, watchIncident } from '../../operations/incident/watch';
import type { AppEnv } from '../app-env';
import { endpoint, type ResourceApp } from '../endpoint';
import { noteAnswer } from './incident-answers';

/** What people add to an incident: watchers, tags, custom fields, notes, links. */
const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'incidents' };
const one = { params: idInput };

const instant = z.iso.datetime();
const watchersAnswer = z.object({
  data: z.array(z.object({ userId: z.string(), name: z.string(), role: z.enum(WATCHER_ROLES) })),
  nextCursor: z.null(),
});
const fieldAnswer = z.object({
  key: z.string(),
  name: z.string(),
  kind: z.enum(FIELD_KINDS),
  options: z.array(z.string()),
  isRequired: z.boolean(),
  value: z.string().nullable(),
});
const relatedAnswer = z.object({
  id: z.string(),
  number: z.int(),
  title: z.string(),
  status: z.enum(INCIDENT_STATUSES),
  serviceName: z.string(),
  openedAt: instant,
  resolvedAt: instant.nullable(),
});

endpoint(made, {
  ...one,
  method: 'get',
  path: '/{id}/watchers',
  summary: 'Who watches it, and as what',
  answer: watchersAnswer,
  run: listWatchers,
});
endpoint(made, {
  ...one,
  method: 'post',
  path: '/{id}/watchers',
  summary: 'Makes somebody watch it, or changes as what',
  body: watcherInput,
  answer: watchersAnswer,
  run: watchIncident,
});
endpoint(made, {
  params: z.object({ id: idField, userId: idField }),
  method: 'delete',
  path: '/{id}/watchers/{userId}',
  summary: 'Ends somebody’s watching',
  answer: null,
  run: unwatchIncident,
});
endpoint(made, {
  ...one,
  method: 'post',
  path: '/{id}/tags',
  summary: 'Puts tags on and takes others off; answers all it has',
  body: tagsInput,
  answer: z.object({ tags: z.array(z.string()) }),
  run: changeTags,
});
endpoint(made, {
  ...one,
  method: 'get',
  path: '/{id}/tags',
  summary: 'Its tags',
  answer: z.object({ tags: z.array(z.string()) }),
  run: async (context, input) => {
    const found = await getIncident(context, input);
    return found.ok ? ok({ tags: found.value.records?.tags ?? [] }) : found;
  },
});
endpoint(made, {
  ...one,
  method: 'get',
  path: '/{id}/fields',
  summary: 'The custom fields with what it has in them',
  answer: z.object({ fields: z.array(fieldAnswer) }),
  run: async (context, input) => {
    const found = await getIncident(context, input);
    return found.ok ? ok({ fields: found.value.records?.fields ?? [] }) : found;
  },
});
endpoint(made, {
  ...one,
  method: 'patch',
  path: '/{id}/fields',
  summary: 'Sets custom fields by their keys; null takes a value away',
  body: fieldsInput,
  answer: z.object({ fields: z.array(fieldAnswer) }),
  run: changeFields,
});
endpoint(made, {
  ...one,
  method: 'get',
  path: '/{id}/notes',
  summary: 'Its notes, the oldest first',
  answer: z.object({ data: z.array(noteAnswer), nextCursor: z.null() }),
  run: async (context, input) => {
    const found = await getIncident(context, input);
    return found.ok ? ok({ data: found.value.records?.notes ?? [], nextCursor: null }) : found;
  },
});
endpoint(made, {
  params: z.object({ id: idField, noteId: idField }),
  method: 'patch',
  path: '/{id}/notes/{noteId}',
  summary: 'Changes the text of one’s own note',
  body: noteInput,
  answer: noteAnswer,
  run: editNote,
});
endpoint(made, {
  ...one,
  method: 'get',
  path: '/{id}/related',
  summary: 'What is linked, what was similar with how it was resolved, and what else is open on the service',
  answer: z.object({
    linked: z.array(relatedAnswer),
    similar: z.array(relatedAnswer.extend({ note: z.string().nullable() })),
    open: z.array(relatedAnswer),
  }),
  run: async (context, input) => {
    const [found, related] = await Promise.all([getIncident(context, input), relatedIncidents(context, input)]);
    if (!found.ok) return found;
    return related.ok ? ok({ linked: found.value.records?.linked ?? [], ...related.value }) : related;
  },
});
endpoint(made, {
  ...one,
  method: 'post',
  path: '/{id}/links',
  summary: 'Links another incident, from both sides',
  body: linkInput,
  answer: null,
  run: linkIncident,
});
endpoint(made, {
  params: z.object({ id: idField, otherId: idField }),
  method: 'delete',
  path: '/{id}/links/{otherId}',
  summary: 'Ends a link',
  answer: null,
  run: unlinkIncident,
});
endpoint(made, {
  method: 'post',
  path: '/duplicates',
  summary: 'Open incidents of a service that something being declared may be already',
  body: duplicatesInput,
  answer: z.object({ data: z.array(relatedAnswer), nextCursor: z.null() }),
  run: possibleDuplicates,
});

export const { app: incidentRecords } = made;
