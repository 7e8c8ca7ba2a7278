import { z } from '@hono/zod-openapi';
import { verifyCodeInput } from '../../../domain/message/code';
import { CHANNELS } from '../../../domain/notification/channels';
import { createContactMethodInput, updateContactMethodInput } from '../../../domain/notification/contact-method';
import { idField, idInput } from '../../../domain/shared/input';
import { createContactMethod } from '../../operations/contact-method/create';
import { getContactMethod } from '../../operations/contact-method/get';
import { listContactMethods } from '../../operations/contact-method/list';
import { removeContactMethod } from '../../operations/contact-method/remove';
import { sendCode } from '../../operations/contact-method/send-code';
import { testContactMethod } from '../../operations/contact-method/test';
import { updateContactMethod } from '../../operations/contact-method/update';
import { verifyContactMethod } from '../../operations/contact-method/verify';
import { endpoint } from '../endpoint';
import { resource, stored } from '../resource-app';

const contactMethod = stored('ContactMethod', {
  userId: z.string(),
  kind: z.enum(CHANNELS),
  value: z.string(),
  verified: z.boolean(),
  verifiedAt: z.iso.datetime().nullable(),
  enabled: z.boolean(),
  problem: z.object({ reason: z.string(), at: z.iso.datetime() }).nullable(),
});

const made = resource({
  tag: 'contact-methods',
  noun: 'contact method',
  answer: contactMethod,
  list: { query: z.object({ userId: idField.optional() }), run: listContactMethods },
  get: getContactMethod,
  create: { body: createContactMethodInput, run: createContactMethod },
  update: { body: updateContactMethodInput, run: updateContactMethod },
  remove: removeContactMethod,
});

endpoint(made, {
  method: 'post',
  path: '/{id}/send-code',
  summary: 'Sends a code that verifies a contact method',
  params: idInput,
  answer: z.object({ messageId: z.string(), expiresAt: z.iso.datetime() }),
  run: sendCode,
});
endpoint(made, {
  method: 'post',
  path: '/{id}/verify',
  summary: 'Verifies a contact method by the code that was sent to it',
  params: idInput,
  body: verifyCodeInput,
  answer: contactMethod,
  run: verifyContactMethod,
});
endpoint(made, {
  method: 'post',
  path: '/{id}/test',
  summary: 'Sends a test message to a contact method',
  params: idInput,
  answer: z.object({ messageId: z.string() }),
  run: testContactMethod,
});

export const { app: contactMethods } = made;
