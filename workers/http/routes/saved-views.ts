import { z } from '@hono/zod-openapi';
import { createViewInput, updateViewInput } from '../../../domain/incident/saved-view';
import { removeView, updateView } from '../../operations/saved-view/change';
import { createView } from '../../operations/saved-view/create';
import { getView, listViews } from '../../operations/saved-view/list';
import { resource, stored } from '../resource-app';

const view = stored('SavedView', {
  ownerId: z.string(),
  name: z.string(),
  isShared: z.boolean(),
  search: z.string(),
});

export const { app: savedViews } = resource({
  tag: 'saved-views',
  noun: 'saved view',
  answer: view,
  list: { run: listViews },
  get: getView,
  create: { body: createViewInput, run: createView },
  update: { body: updateViewInput, run: updateView },
  remove: removeView,
});
