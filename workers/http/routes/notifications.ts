import { OpenAPIHono, z } from '@hono/zod-openapi';
import { MESSAGE_KINDS } from '../../../domain/message/kinds';
import { CHANNELS } from '../../../domain/notification/channels';
import { INTENTS } from '../../../domain/notification/content';
import { notificationExportInput, notificationListInput } from '../../../domain/notification/log';
import { NOTIFICATION_STATES } from '../../../domain/notification/state';
import { idInput } from '../../../domain/shared/input';
import { exportNotifications } from '../../operations/notification/export';
import { listNotifications } from '../../operations/notification/list';
import { resendNotification } from '../../operations/notification/resend';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';
import { endpoint, PROBLEM, type ResourceApp } from '../endpoint';
import { failureOfZod, problem } from '../middleware/problem';
import { pageOf } from '../resource-app';

const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'notifications' };

const instant = z.iso.datetime();
const entry = z
  .object({
    id: z.string(),
    kind: z.enum([...INTENTS, ...MESSAGE_KINDS]),
    incident: z
      .object({
        id: z.string(),
        number: z.int().nullable(),
        title: z.string(),
        serviceId: z.string(),
        serviceName: z.string(),
      })
      .nullable(),
    userId: z.string().nullable(),
    userName: z.string(),
    channel: z.enum(CHANNELS),
    address: z.string().nullable(),
    state: z.enum(NOTIFICATION_STATES),
    reason: z.string().nullable(),
    attempts: z.int(),
    provider: z.string().nullable(),
    providerId: z.string().nullable(),
    createdAt: instant,
    updatedAt: instant,
    sentAt: instant.nullable(),
    latencyMs: z.int().nullable(),
  })
  .openapi('LogEntry');

endpoint(made, {
  method: 'get',
  path: '/',
  summary: 'Every message to a person and what became of it, newest first',
  query: notificationListInput,
  answer: pageOf(entry),
  run: listNotifications,
});

made.app.openAPIRegistry.registerPath({
  method: 'get',
  path: '/export',
  summary: 'The same as CSV, the newest 10,000',
  tags: ['notifications'],
  request: { query: notificationExportInput },
  responses: { 200: { description: 'Done', content: { 'text/csv': { schema: z.string() } } }, default: PROBLEM },
});
made.app.get('/export', async (c) => {
  const parsed = notificationExportInput.safeParse(c.req.query());
  if (!parsed.success) return problem(c, failureOfZod(parsed.error));
  const exported = await exportNotifications(contextOf(c), parsed.data);
  if (!exported.ok) return problem(c, exported.error);
  return c.body(exported.value.csv, 200, { 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' });
});

endpoint(made, {
  method: 'post',
  path: '/{id}/resend',
  summary: 'Sends a message again that failed or did not arrive',
  params: idInput,
  answer: z.object({ id: z.string() }),
  run: resendNotification,
});

export const { app: notifications } = made;
