import { z } from '@hono/zod-openapi';
import { createFieldInput, updateFieldInput } from '../../../domain/custom-field/input';
import { FIELD_KINDS } from '../../../domain/custom-field/kinds';
import { createField } from '../../operations/custom-field/create';
import { getField } from '../../operations/custom-field/get';
import { listFields } from '../../operations/custom-field/list';
import { removeField } from '../../operations/custom-field/remove';
import { updateField } from '../../operations/custom-field/update';
import { resource, stored } from '../resource-app';

const customField = stored('CustomField', {
  key: z.string(),
  name: z.string(),
  kind: z.enum(FIELD_KINDS),
  options: z.array(z.string()),
  isRequired: z.boolean(),
  position: z.int(),
});

export const { app: customFields } = resource({
  tag: 'custom-fields',
  noun: 'custom field',
  answer: customField,
  list: { run: (context) => listFields(context) },
  get: getField,
  create: { body: createFieldInput, run: createField },
  update: { body: updateFieldInput, run: updateField },
  remove: removeField,
});
