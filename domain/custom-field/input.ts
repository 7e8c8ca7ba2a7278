import * as z from 'zod';
import { lineField, nameField } from '../shared/input';
import { FIELD_KINDS } from './kinds';

export const MAX_CUSTOM_FIELDS = 50;

const option = lineField(100);
const fields = {
  name: nameField,
  /** What a SELECT offers. */
  options: z.array(option).max(100),
  isRequired: z.boolean(),
  position: z.coerce.number().int().min(0).max(1000),
};

/** `key` is how the API and addresses call it; without one it is made from the name. */
export const createFieldInput = z
  .object({
    ...fields,
    key: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,49}$/, 'Lower-case letters, digits and underscores, a letter first')
      .optional(),
    kind: z.enum(FIELD_KINDS),
    options: fields.options.default([]),
    isRequired: fields.isRequired.default(false),
    position: fields.position.default(0),
  })
  .refine(({ kind, options }) => (kind === 'SELECT') === options.length > 0, {
    message: 'A choice needs something to choose from, and nothing else does',
    path: ['options'],
  });
/** Kind and key stay: values are stored by them. */
export const updateFieldInput = z.object(fields).partial();
export type CreateFieldInput = z.output<typeof createFieldInput>;
export type UpdateFieldInput = z.output<typeof updateFieldInput>;

/** A key from a name: "Affected region" becomes `affected_region`. */
export const keyFrom = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 50);
