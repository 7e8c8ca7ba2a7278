import { z } from '@hono/zod-openapi';
import { createDashboardInput, PANEL_SUBJECTS, updateDashboardInput } from '../../../domain/analytics/dashboard';
import { removeDashboard, updateDashboard } from '../../operations/dashboard/change';
import { createDashboard } from '../../operations/dashboard/create';
import { getDashboard, listDashboards } from '../../operations/dashboard/list';
import { resource, stored } from '../resource-app';

const dashboard = stored('Dashboard', {
  ownerId: z.string(),
  name: z.string(),
  isShared: z.boolean(),
  mayEdit: z.boolean(),
  panels: z.array(
    z.object({
      id: z.string(),
      subject: z.enum(PANEL_SUBJECTS),
      days: z.int(),
      serviceId: z.string().nullable(),
      teamId: z.string().nullable(),
    }),
  ),
});

export const { app: dashboards } = resource({
  tag: 'dashboards',
  noun: 'dashboard',
  answer: dashboard,
  list: { run: listDashboards },
  get: getDashboard,
  create: { body: createDashboardInput, run: createDashboard },
  update: { body: updateDashboardInput, run: updateDashboard },
  remove: removeDashboard,
});
