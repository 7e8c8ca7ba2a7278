import * as z from 'zod';
import { fieldValuesInput } from '../custom-field/value';
import { MAX_PAUSE_MINUTES } from '../escalation/pause';
import { idField, instantField, lineField, textField } from '../shared/input';
import { pageInput } from '../shared/page';
import { DAY, MINUTE } from '../shared/time';
import { incidentQuery } from './filter';
import { INCIDENT_STATUSES, PRIORITIES, URGENCIES, VISIBILITIES } from './incident';
import { MAX_TAGS, tagField } from './tag';

// One schema per verb: the web form, the API, bulk and Slack parse with the same one.

/** Bounds of a snooze: one minute to 30 days. */
export const MAX_SNOOZE_MINUTES = (30 * DAY) / MINUTE;

export const acknowledgeInput = z.object({});
export const resolveInput = z.object({ note: textField(10_000).trim().optional() });
const snoozeFields = {
  minutes: z.coerce.number().int().min(1).max(MAX_SNOOZE_MINUTES).optional(),
  until: instantField.optional(),
  reason: textField(500).trim().optional(),
};
export const snoozeInput = z
  .object(snoozeFields)
  .refine((input) => (input.minutes === undefined) !== (input.until === undefined), {
    message: 'Give either minutes or until',
    path: ['minutes'],
  });
export const unsnoozeInput = z.object({});
export const escalateInput = z.object({ step: z.coerce.number().int().min(1).max(100).optional() });
const reassignFields = { userId: idField.optional(), teamId: idField.optional() };
export const reassignInput = z
  .object(reassignFields)
  .refine((input) => (input.userId === undefined) !== (input.teamId === undefined), {
    message: 'Give either userId or teamId',
    path: ['userId'],
  });
export const pauseInput = z.object({
  minutes: z.coerce.number().int().min(1).max(MAX_PAUSE_MINUTES).optional(),
  reason: textField(500).trim().optional(),
});
export const resumeInput = z.object({});
/** At least one person or team; everyone named is paged at once. */
export const respondersInput = z
  .object({
    userIds: z.array(idField).max(20).optional(),
    teamIds: z.array(idField).max(20).optional(),
    message: textField(500).trim().optional(),
  })
  .refine(({ userIds = [], teamIds = [] }) => userIds.length + teamIds.length > 0, {
    message: 'Name a person or a team',
    path: ['userIds'],
  });
export const reopenInput = z.object({ reason: textField(500).trim().optional() });
export const suppressInput = z.object({ reason: textField(500).trim().optional() });
export const unsuppressInput = z.object({});
/** The incident it becomes part of, by id or number. */
export const mergeInput = z.object({ into: idField });
export const unmergeInput = z.object({ reason: textField(500).trim().optional() });
export const noteInput = z.object({ body: textField(10_000).trim().min(1, 'A note needs some text') });

export const declareInput = z.object({
  title: lineField(500),
  serviceId: idField,
  urgency: z.enum(URGENCIES).optional(),
  priority: z.enum(PRIORITIES).optional(),
  description: textField(10_000).optional(),
  dedupKey: z.string().min(1).max(10_000).optional(),
  visibility: z.enum(VISIBILITIES).optional(),
  tags: z.array(tagField).max(MAX_TAGS).optional(),
  fields: fieldValuesInput.optional(),
});

/** What is left out stays as it is; at least one has to be given. */
export const updateIncidentInput = z
  .object({
    title: lineField(500).optional(),
    description: textField(10_000).trim().nullable().optional(),
    urgency: z.enum(URGENCIES).optional(),
    priority: z.enum(PRIORITIES).nullable().optional(),
    visibility: z.enum(VISIBILITIES).optional(),
  })
  .refine((input) => Object.values(input).some((value) => value !== undefined), {
    message: 'Say what is to change',
    path: ['title'],
  });
export type UpdateIncidentInput = z.output<typeof updateIncidentInput>;

/** Tags to put on and to take off; one in both is put on. */
export const tagsInput = z
  .object({ add: z.array(tagField).max(MAX_TAGS).optional(), remove: z.array(tagField).max(100).optional() })
  .refine(({ add = [], remove = [] }) => add.length + remove.length > 0, { message: 'Name a tag', path: ['add'] });
export type TagsInput = z.output<typeof tagsInput>;

export const fieldsInput = z.object({ fields: fieldValuesInput });
export const linkInput = z.object({ otherId: idField });
export const duplicatesInput = z.object({ serviceId: idField, title: lineField(500) });

const bulkIds = { ids: z.array(idField).min(1).max(100) };
const bulk = <V extends string, S extends z.ZodRawShape>(verb: V, shape: S) =>
  z.object({ verb: z.literal(verb), ...bulkIds, ...shape });

/** `{"verb","ids",…}` with the fields of the verb itself; at most 100 incidents at once. */
export const bulkInput = z.discriminatedUnion('verb', [
  bulk('acknowledge', {}),
  bulk('resolve', resolveInput.shape),
  bulk('snooze', snoozeFields),
  bulk('unsnooze', {}),
  bulk('escalate', escalateInput.shape),
  bulk('pause', pauseInput.shape),
  bulk('resume', {}),
  bulk('reassign', reassignFields),
  bulk('reopen', reopenInput.shape),
  bulk('suppress', suppressInput.shape),
  bulk('unsuppress', {}),
  bulk('urgency', { urgency: z.enum(URGENCIES) }),
  bulk('priority', { priority: z.enum(PRIORITIES).nullable() }),
  bulk('status', { status: z.enum(INCIDENT_STATUSES), ...snoozeFields }),
  bulk('tags', { add: z.array(tagField).max(MAX_TAGS).optional(), remove: z.array(tagField).max(100).optional() }),
  bulk('merge', mergeInput.shape),
  bulk('unmerge', unmergeInput.shape),
]);
export type BulkInput = z.output<typeof bulkInput>;

/** The filter with the page that is wanted, as the API's list takes it. */
export const incidentListInput = incidentQuery.extend(pageInput.shape);

export type SnoozeInput = z.output<typeof snoozeInput>;
export type EscalateInput = z.output<typeof escalateInput>;
export type PauseInput = z.output<typeof pauseInput>;
export type RespondersInput = z.output<typeof respondersInput>;
export type ReassignInput = z.output<typeof reassignInput>;
export type NoteInput = z.output<typeof noteInput>;
export type DeclareInput = z.output<typeof declareInput>;
