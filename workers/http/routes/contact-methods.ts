import { z } from '@hono/zod-openapi';
import { CHANNELS } from '../../../domain/notification/channels';
import { createContactMethodInput, updateContactMethodInput } from '../../../domain/notification/contact-method';
import { idField } from '../../../domain/shared/input';
import { createContactMethod } from '../../operations/contact-method/create';
import { getContactMethod } from '../../operations/contact-method/get';
import { listContactMethods } from '../../operations/contact-method/list';
import { removeContactMethod } from '../../operations/contact-method/remove';
import { updateContactMethod } from '../../operations/contact-method/update';
import { resource, stored } from '../resource-app';

const contactMethod = stored('ContactMethod', {
  userId: z.string(),
  kind: z.enum(CHANNELS),
  value: z.string(),
  verified: z.boolean(),
  verifiedAt: z.iso.datetime().nullable(),
  enabled: z.boolean(),
});

export const { app: contactMethods } = resource({
  tag: 'contact-methods',
  noun: 'contact method',
  answer: contactMethod,
  list: { query: z.object({ userId: idField.optional() }), run: listContactMethods },
  get: getContactMethod,
  create: { body: createContactMethodInput, run: createContactMethod },
  update: { body: updateContactMethodInput, run: updateContactMethod },
  remove: removeContactMethod,
});
