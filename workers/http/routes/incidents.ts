import { OpenAPIHono, type z } from '@hono/zod-openapi';
import { filterOf } from '../../../domain/incident/filter';
import {
  acknowledgeInput,
  bulkInput,
  declareInput,
  escalateInput,
  incidentListInput,
  mergeInput,
  noteInput,
  pauseInput,
  reassignInput,
  reopenInput,
  resolveInput,
  respondersInput,
  resumeInput,
  snoozeInput,
  suppressInput,
  unmergeInput,
  unsnoozeInput,
  unsuppressInput,
  updateIncidentInput,
} from '../../../domain/incident/input';
import { idInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { acknowledgeIncident } from '../../operations/incident/acknowledge';
import type { Acted } from '../../operations/incident/act';
import { addNote } from '../../operations/incident/add-note';
import { addResponders } from '../../operations/incident/add-responders';
import { bulkIncidents } from '../../operations/incident/bulk';
import { declareIncident } from '../../operations/incident/declare';
import { escalateIncident } from '../../operations/incident/escalate';
import { getIncident, type IncidentPage } from '../../operations/incident/get';
import { listIncidentsPage } from '../../operations/incident/list';
import { mergeIncident, unmergeIncident } from '../../operations/incident/merge';
import { pauseIncident, resumeIncident } from '../../operations/incident/pause';
import { reassignIncident } from '../../operations/incident/reassign';
import { reopenIncident } from '../../operations/incident/reopen';
import { resolveIncident } from '../../operations/incident/resolve';
import { snoozeIncident, unsnoozeIncident } from '../../operations/incident/snooze';
import { suppressIncident, unsuppressIncident } from '../../operations/incident/suppress';
import { updateIncident } from '../../operations/incident/update';
import type { AppEnv } from '../app-env';
import { endpoint, type ResourceApp } from '../endpoint';
import { pageOf } from '../resource-app';
import {
  actedAnswer,
  bulkAnswer,
  incidentAnswer,
  noteAnswer,
  notificationsAnswer,
  timelineAnswer,
} from './incident-answers';

const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'incidents' };
const one = { params: idInput };

const map = async <T, U>(result: Promise<Result<T>>, use: (value: T) => U): Promise<Result<U>> => {
  const settled = await result;
  return settled.ok ? ok(use(settled.value)) : err(settled.error);
};

/** The incident itself; timeline, notifications and notes have routes of their own. */
const withoutHistory = ({ timeline: _t, notifications: _n, records, ...incident }: IncidentPage) => ({
  ...incident,
  tags: records?.tags ?? [],
  fields: Object.fromEntries((records?.fields ?? []).map(({ key, value }) => [key, value])),
});

const readOne = (context: Context, id: string) => map(getIncident(context, { id }), withoutHistory);

endpoint(made, {
  method: 'get',
  path: '/',
  summary: 'Lists incidents, newest first; a custom field is a filter too, as field.{key}={value}',
  query: incidentListInput,
  answer: pageOf(incidentAnswer),
  run: (context, { limit, cursor, ...query }) =>
    listIncidentsPage(context, { ...filterOf(query, 'UTC'), limit, ...(cursor ? { cursor } : {}) }),
});
endpoint(made, {
  method: 'post',
  path: '/',
  summary: 'Declares an incident; it pages like any other',
  body: declareInput,
  answer: incidentAnswer,
  created: true,
  run: async (context, input) => {
    const declared = await declareIncident(context, input);
    return declared.ok ? readOne(context, declared.value.id) : declared;
  },
});
endpoint(made, {
  method: 'post',
  path: '/bulk',
  summary: 'One verb on several incidents, with a result for each',
  body: bulkInput,
  answer: bulkAnswer,
  run: bulkIncidents,
});
endpoint(made, {
  ...one,
  method: 'get',
  path: '/{id}',
  summary: 'One incident, by id or number',
  answer: incidentAnswer,
  run: (context, { id }) => readOne(context, id),
});
endpoint(made, {
  ...one,
  method: 'patch',
  path: '/{id}',
  summary: 'Changes title, description, urgency, priority or visibility',
  body: updateIncidentInput,
  answer: actedAnswer,
  run: (context, input) => map(updateIncident(context, input), ({ incident, changed }) => ({ ...incident, changed })),
});
endpoint(made, {
  ...one,
  method: 'get',
  path: '/{id}/timeline',
  summary: 'Everything that happened, in order',
  answer: timelineAnswer,
  run: (context, input) => map(getIncident(context, input), ({ timeline }) => ({ data: timeline })),
});
endpoint(made, {
  ...one,
  method: 'get',
  path: '/{id}/notifications',
  summary: 'Who was notified, with every attempt',
  answer: notificationsAnswer,
  run: (context, input) => map(getIncident(context, input), ({ notifications }) => ({ data: notifications })),
});
endpoint(made, {
  ...one,
  method: 'post',
  path: '/{id}/notes',
  summary: 'Adds a note',
  body: noteInput,
  answer: noteAnswer,
  created: true,
  run: addNote,
});

function verb<B extends z.ZodType>(
  name: string,
  summary: string,
  body: B,
  run: (context: Context, input: z.output<B> & { id: string }) => Promise<Result<Acted>>,
): void {
  endpoint(made, {
    ...one,
    method: 'post',
    path: `/{id}/${name}`,
    summary,
    body,
    answer: actedAnswer,
    run: (context, input) =>
      map(run(context, input as z.output<B> & { id: string }), ({ incident, changed }) => ({ ...incident, changed })),
  });
}

verb('acknowledge', 'Acknowledges; paging stops', acknowledgeInput, acknowledgeIncident);
verb('resolve', 'Resolves', resolveInput, resolveIncident);
verb('snooze', 'Snoozes for minutes or until an instant', snoozeInput, snoozeIncident);
verb('unsnooze', 'Ends a snooze', unsnoozeInput, unsnoozeIncident);
verb('escalate', 'Pages the next step, or the one named, now', escalateInput, escalateIncident);
verb('pause', 'Holds the policy for a while; it goes on by itself', pauseInput, pauseIncident);
verb('resume', 'Goes on where the policy was held', resumeInput, resumeIncident);
verb('responders', 'Asks people and teams to help; they are paged at once', respondersInput, addResponders);
verb('reassign', 'Gives it to a person or a team', reassignInput, reassignIncident);
verb('reopen', 'Opens a resolved incident again', reopenInput, reopenIncident);
verb('merge', 'Makes it part of another incident, which pages for both', mergeInput, mergeIncident);
verb('unmerge', 'Takes it back out of the incident it was merged into', unmergeInput, unmergeIncident);
verb('suppress', 'Holds it back: it pages nobody', suppressInput, suppressIncident);
verb('unsuppress', 'Ends a suppression', unsuppressInput, unsuppressIncident);

export const { app: incidents } = made;
