import * as z from 'zod';
import { idField, lineField, nameField, textField } from '../shared/input';
import { PRIORITIES, URGENCIES, VISIBILITIES } from './incident';
import { MAX_TAGS, tagField } from './tag';

const fields = {
  name: nameField,
  title: lineField(500),
  description: textField(10_000).trim().nullable(),
  serviceId: idField.nullable(),
  urgency: z.enum(URGENCIES).nullable(),
  priority: z.enum(PRIORITIES).nullable(),
  visibility: z.enum(VISIBILITIES),
  tags: z.array(tagField).max(MAX_TAGS),
  /** Values by the keys of their custom fields, as they would be typed. */
  fields: z.record(z.string().max(50), z.string().max(2000)),
};

/** What a declared incident begins with; whoever declares may change all of it. */
export const createTemplateInput = z.object({
  ...fields,
  description: fields.description.default(null),
  serviceId: fields.serviceId.default(null),
  urgency: fields.urgency.default(null),
  priority: fields.priority.default(null),
  visibility: fields.visibility.default('PUBLIC'),
  tags: fields.tags.default([]),
  fields: fields.fields.default({}),
});
export const updateTemplateInput = z.object(fields).partial();
export type CreateTemplateInput = z.output<typeof createTemplateInput>;
export type UpdateTemplateInput = z.output<typeof updateTemplateInput>;
