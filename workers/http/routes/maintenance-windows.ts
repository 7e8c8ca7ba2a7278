import { z } from '@hono/zod-openapi';
import { createMaintenanceWindowInput, updateMaintenanceWindowInput } from '../../../domain/maintenance/input';
import { WEEKDAYS } from '../../../domain/schedule/schedule';
import { idField, idInput } from '../../../domain/shared/input';
import { createMaintenanceWindow } from '../../operations/maintenance-window/create';
import { endMaintenanceWindow } from '../../operations/maintenance-window/end';
import { getMaintenanceWindow } from '../../operations/maintenance-window/get';
import { listMaintenanceWindows } from '../../operations/maintenance-window/list';
import { removeMaintenanceWindow } from '../../operations/maintenance-window/remove';
import { updateMaintenanceWindow } from '../../operations/maintenance-window/update';
import { endpoint } from '../endpoint';
import { resource, stored } from '../resource-app';

const instant = z.iso.datetime();
const answer = stored('MaintenanceWindow', {
  name: z.string(),
  reason: z.string().nullable(),
  serviceIds: z.array(z.string()),
  labels: z.record(z.string(), z.string()),
  timezone: z.string(),
  startAt: instant,
  endAt: instant,
  repeat: z.object({ days: z.array(z.enum(WEEKDAYS)), until: instant.nullable() }).nullable(),
  endedAt: instant.nullable(),
  state: z.enum(['active', 'planned', 'over']),
  activeUntilAt: instant.nullable(),
  nextAt: instant.nullable(),
});

const made = resource({
  tag: 'maintenance-windows',
  noun: 'maintenance window',
  answer,
  list: {
    query: z.object({ serviceId: idField.optional(), when: z.enum(['current', 'past']).optional() }),
    run: listMaintenanceWindows,
  },
  get: getMaintenanceWindow,
  create: { body: createMaintenanceWindowInput, run: createMaintenanceWindow },
  update: { body: updateMaintenanceWindowInput, run: updateMaintenanceWindow },
  remove: removeMaintenanceWindow,
});
endpoint(made, {
  method: 'post',
  path: '/{id}/end',
  summary: 'Ends a window that is in force; what still burns pages now',
  params: idInput,
  answer,
  run: endMaintenanceWindow,
});

export const { app: maintenanceWindows } = made;
