import { OpenAPIHono, z } from '@hono/zod-openapi';
import { idInput } from '../../../domain/shared/input';
import { PAGE_LANGUAGES } from '../../../domain/status-page/page';
import { SUBSCRIBER_CHANNELS } from '../../../domain/status-page/subscriber';
import { IMPORT_OUTCOMES } from '../../../domain/status-page/subscriber-import';
import {
  addSubscriberInput,
  chooseInput,
  importSubscribersInput,
  subscriberFilter,
  subscriberListInput,
  subscriberPath,
} from '../../../domain/status-page/subscriber-input';
import { addSubscriber } from '../../operations/status-subscriber/add';
import { askAgain } from '../../operations/status-subscriber/ask-again';
import { chooseUpdates } from '../../operations/status-subscriber/choose';
import { exportSubscribers } from '../../operations/status-subscriber/export';
import { getSubscriber } from '../../operations/status-subscriber/get';
import { importSubscribers } from '../../operations/status-subscriber/import';
import { listSubscribers } from '../../operations/status-subscriber/list';
import { removeSubscriber } from '../../operations/status-subscriber/remove';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';
import { csvResponse } from '../csv-response';
import { endpoint, PROBLEM, type ResourceApp } from '../endpoint';
import { failureOfZod, problem } from '../middleware/problem';
import { pageOf, stored } from '../resource-app';

const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'status-pages' };
const instant = z.iso.datetime();

const subscriber = stored('StatusSubscriber', {
  pageId: z.string(),
  channel: z.enum(SUBSCRIBER_CHANNELS),
  /** Of a webhook the host only. */
  address: z.string(),
  componentIds: z.array(z.string()),
  language: z.enum(PAGE_LANGUAGES),
  confirmedAt: instant.nullable(),
});

endpoint(made, {
  method: 'get',
  path: '/{id}/subscribers',
  summary: 'Lists subscribers of a status page, the latest first; sifted by part of an address, state and channel',
  params: idInput,
  query: subscriberListInput,
  answer: pageOf(subscriber),
  run: listSubscribers,
});
endpoint(made, {
  method: 'post',
  path: '/{id}/subscribers',
  summary:
    'Enters a subscriber whose consent you have, or asks an address first (ask); the secret of a webhook is in this answer only',
  params: idInput,
  body: addSubscriberInput,
  answer: subscriber.extend({ secret: z.string().nullable() }).openapi('StatusSubscriberWithSecret'),
  created: true,
  run: addSubscriber,
});
endpoint(made, {
  method: 'patch',
  path: '/{id}/subscribers/{subscriberId}',
  summary: 'Changes what a subscriber hears of (no component: everything) and in which language; takes any subset',
  params: subscriberPath,
  body: chooseInput,
  answer: subscriber,
  run: chooseUpdates,
});
endpoint(made, {
  method: 'delete',
  path: '/{id}/subscribers/{subscriberId}',
  summary: 'Takes a subscriber off a status page',
  params: subscriberPath,
  answer: null,
  run: removeSubscriber,
});

endpoint(made, {
  method: 'post',
  path: '/{id}/subscribers/import',
  summary:
    'Asks everybody on a list whether they want mails of a status page; answers each line, and with dryRun stores nothing',
  params: idInput,
  body: importSubscribersInput,
  answer: z
    .object({
      dryRun: z.boolean(),
      isCut: z.boolean(),
      asked: z.int(),
      lines: z.array(z.object({ line: z.int(), address: z.string(), outcome: z.enum(IMPORT_OUTCOMES) })),
    })
    .openapi('StatusSubscriberImport'),
  run: importSubscribers,
});

made.app.openAPIRegistry.registerPath({
  method: 'get',
  path: '/{id}/subscribers/export',
  summary: 'Subscribers of a status page as CSV, the newest 20,000',
  tags: [made.tag],
  request: { params: idInput, query: subscriberFilter },
  responses: { 200: { description: 'Done', content: { 'text/csv': { schema: z.string() } } }, default: PROBLEM },
});
made.app.get('/:id/subscribers/export', async (c) => {
  const parsed = subscriberFilter.safeParse(c.req.query());
  if (!parsed.success) return problem(c, failureOfZod(parsed.error));
  const exported = await exportSubscribers(contextOf(c), { ...parsed.data, id: c.req.param('id') });
  return exported.ok ? csvResponse(exported.value) : problem(c, exported.error);
});

endpoint(made, {
  method: 'get',
  path: '/{id}/subscribers/{subscriberId}',
  summary: 'One subscriber of a status page',
  params: subscriberPath,
  answer: subscriber,
  run: getSubscriber,
});
endpoint(made, {
  method: 'post',
  path: '/{id}/subscribers/{subscriberId}/ask',
  summary: 'Sends the confirmation mail again to a subscriber who has not answered it',
  params: subscriberPath,
  answer: subscriber,
  run: askAgain,
});

export const { app: statusSubscribers } = made;
