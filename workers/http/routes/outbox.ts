import { OpenAPIHono, z } from '@hono/zod-openapi';
import { CHANNELS } from '../../../domain/notification/channels';
import { listOutbox } from '../../operations/outbox/list';
import type { AppEnv } from '../app-env';
import { endpoint, type ResourceApp } from '../endpoint';

const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'outbox' };

const message = z.object({
  id: z.string(),
  notificationId: z.string(),
  channel: z.enum(CHANNELS),
  to: z.string(),
  recipientName: z.string(),
  subject: z.string().nullable(),
  text: z.string(),
  html: z.string().nullable(),
  attempt: z.int(),
  at: z.iso.datetime(),
});

endpoint(made, {
  method: 'get',
  path: '/',
  summary: 'The local outbox, newest first (on loopback only)',
  query: z.object({
    limit: z.coerce.number().int().min(1).max(1000).default(100),
    before: z.string().max(64).optional(),
    channel: z.enum(CHANNELS).optional(),
  }),
  answer: z.object({ data: z.array(message) }),
  run: listOutbox,
});

export const { app: outbox } = made;
