import { z } from '@hono/zod-openapi';
import { PRIORITIES } from '../../../domain/incident/incident';
import { ACTION_ITEM_STATUSES } from '../../../domain/postmortem/action-item';
import {
  actionItemListInput,
  createActionItemInput,
  createPostmortemInput,
  postmortemListInput,
  updateActionItemInput,
  updatePostmortemInput,
} from '../../../domain/postmortem/input';
import { POSTMORTEM_STATUSES, SECTIONS } from '../../../domain/postmortem/postmortem';
import { idInput } from '../../../domain/shared/input';
import { createActionItem } from '../../operations/action-item/create';
import { getActionItem, listActionItems } from '../../operations/action-item/list';
import { removeActionItem } from '../../operations/action-item/remove';
import { updateActionItem } from '../../operations/action-item/update';
import { createPostmortem } from '../../operations/postmortem/create';
import { getPostmortem } from '../../operations/postmortem/get';
import { listPostmortems } from '../../operations/postmortem/list';
import { exportPostmortem } from '../../operations/postmortem/markdown';
import { removePostmortem } from '../../operations/postmortem/remove';
import { refreshPostmortem, updatePostmortem } from '../../operations/postmortem/update';
import { contextOf } from '../context-of';
import { endpoint, PROBLEM } from '../endpoint';
import { failureOfZod, problem } from '../middleware/problem';
import { resource, stored } from '../resource-app';

const instant = z.iso.datetime().nullable();

const item = stored('ActionItem', {
  postmortemId: z.string(),
  title: z.string(),
  ownerId: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
  priority: z.enum(PRIORITIES),
  status: z.enum(ACTION_ITEM_STATUSES),
  completedAt: instant,
  remindAt: instant,
});

const postmortem = stored('Postmortem', {
  incidentId: z.string(),
  incidentNumber: z.int().nullable(),
  serviceId: z.string(),
  serviceName: z.string(),
  title: z.string(),
  status: z.enum(POSTMORTEM_STATUSES),
  sections: z.record(z.enum(SECTIONS), z.string()),
  events: z.array(z.object({ id: z.string(), at: z.iso.datetime(), text: z.string(), kept: z.boolean() })),
  impactStartAt: instant,
  impactEndAt: instant,
  reviewers: z.array(z.string()),
  createdBy: z.object({ kind: z.string(), id: z.string().optional(), name: z.string() }),
  publishedAt: instant,
  version: z.int(),
  /** Left out in lists. */
  actionItems: z.array(item).optional(),
});

const made = resource({
  tag: 'postmortems',
  noun: 'postmortem',
  answer: postmortem,
  list: { query: postmortemListInput, run: listPostmortems },
  get: getPostmortem,
  create: { body: createPostmortemInput, run: createPostmortem },
  update: { body: updatePostmortemInput, run: updatePostmortem },
  remove: removePostmortem,
});

endpoint(made, {
  method: 'post',
  path: '/{id}/refresh',
  summary: 'Takes in what the incident’s timeline has told since',
  params: idInput,
  answer: postmortem,
  run: refreshPostmortem,
});

made.app.openAPIRegistry.registerPath({
  method: 'get',
  path: '/{id}/markdown',
  summary: 'The postmortem as a markdown document',
  tags: ['postmortems'],
  request: { params: idInput },
  responses: { 200: { description: 'Done', content: { 'text/markdown': { schema: z.string() } } }, default: PROBLEM },
});
made.app.get('/:id/markdown', async (c) => {
  const parsed = idInput.safeParse(c.req.param());
  if (!parsed.success) return problem(c, failureOfZod(parsed.error));
  const file = await exportPostmortem(contextOf(c), parsed.data);
  if (!file.ok) return problem(c, file.error);
  return c.body(file.value.text, 200, { 'content-type': 'text/markdown; charset=utf-8', 'cache-control': 'no-store' });
});

export const { app: postmortems } = made;

export const { app: actionItems } = resource({
  tag: 'action-items',
  noun: 'action item',
  answer: item,
  list: { query: actionItemListInput, run: listActionItems },
  get: getActionItem,
  create: { body: createActionItemInput, run: createActionItem },
  update: { body: updateActionItemInput, run: updateActionItem },
  remove: removeActionItem,
});
