import * as z from 'zod';
import { PRIORITIES } from '../incident/incident';
import { idField, instantField, lineField, textField } from '../shared/input';
import { parseWallClock } from '../shared/zone';
import { ACTION_ITEM_STATUSES } from './action-item';
import { POSTMORTEM_STATUSES, SECTIONS } from './postmortem';

const MOST_EVENTS = 500;
const MOST_REVIEWERS = 50;

const section = textField(50_000);

/** An event: one that stands there is kept or dropped by its id, one without an id is new. */
const event = z.object({
  id: idField.optional(),
  at: instantField,
  text: lineField(1000),
  kept: z.boolean().default(true),
});

/** Drafts a postmortem from the timeline of an incident, by its id or number. */
export const createPostmortemInput = z.object({ incidentId: idField });

export const updatePostmortemInput = z.object({
  title: lineField(500).optional(),
  status: z.enum(POSTMORTEM_STATUSES).optional(),
  sections: z.partialRecord(z.enum(SECTIONS), section).optional(),
  /** All of them, in place of those of before. */
  events: z.array(event).max(MOST_EVENTS).optional(),
  impactStartAt: instantField.nullable().optional(),
  impactEndAt: instantField.nullable().optional(),
  reviewers: z.array(idField).max(MOST_REVIEWERS).optional(),
  /** The version that was read; another one in between is a conflict. Left out: the last writer wins. */
  version: z.int().optional(),
});
export type CreatePostmortemInput = z.output<typeof createPostmortemInput>;
export type UpdatePostmortemInput = z.output<typeof updatePostmortemInput>;

export const postmortemListInput = z.object({ status: z.enum(POSTMORTEM_STATUSES).optional() });
export type PostmortemListInput = z.output<typeof postmortemListInput>;

const dateField = z
  .string()
  .refine((text) => parseWallClock(`${text}T00:00`) !== null, 'Must be a date such as 2026-12-01');

const itemFields = {
  title: lineField(500),
  ownerId: idField.nullable(),
  dueOn: dateField.nullable(),
  priority: z.enum(PRIORITIES),
  status: z.enum(ACTION_ITEM_STATUSES),
};

export const createActionItemInput = z.object({
  postmortemId: idField,
  title: itemFields.title,
  ownerId: itemFields.ownerId.default(null),
  dueOn: itemFields.dueOn.default(null),
  priority: itemFields.priority.default('P3'),
  status: itemFields.status.default('OPEN'),
});
export const updateActionItemInput = z.object(itemFields).partial();
export type CreateActionItemInput = z.output<typeof createActionItemInput>;
export type UpdateActionItemInput = z.output<typeof updateActionItemInput>;

export const actionItemListInput = z.object({
  postmortemId: idField.optional(),
  status: z.enum(ACTION_ITEM_STATUSES).optional(),
  ownerId: idField.optional(),
});
export type ActionItemListInput = z.output<typeof actionItemListInput>;
