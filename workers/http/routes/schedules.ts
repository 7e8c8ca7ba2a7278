import { z } from '@hono/zod-openapi';
import { createScheduleInput, overrideInput, updateScheduleInput } from '../../../domain/schedule/input';
import { previewInput } from '../../../domain/schedule/preview';
import { layerSchema } from '../../../domain/schedule/schedule';
import { idField, idInput } from '../../../domain/shared/input';
import { pageInput } from '../../../domain/shared/page';
import { createSchedule } from '../../operations/schedule/create';
import { createOverride } from '../../operations/schedule/create-override';
import { getSchedule } from '../../operations/schedule/get';
import { listSchedules } from '../../operations/schedule/list';
import { listOverrides } from '../../operations/schedule/list-overrides';
import { previewSchedule } from '../../operations/schedule/preview';
import { removeSchedule } from '../../operations/schedule/remove';
import { removeOverride } from '../../operations/schedule/remove-override';
import { updateSchedule } from '../../operations/schedule/update';
import { endpoint } from '../endpoint';
import { pageOf, resource, stored } from '../resource-app';

const override = z
  .object({
    id: z.string(),
    userId: z.string().nullable(),
    replacesUserId: z.string().nullable(),
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    createdAt: z.iso.datetime(),
  })
  .openapi('ScheduleOverride');

const made = resource({
  tag: 'schedules',
  noun: 'schedule',
  answer: stored('Schedule', {
    name: z.string(),
    timezone: z.string(),
    layers: z.array(layerSchema),
    overrides: z.array(override),
  }),
  list: { run: listSchedules },
  get: getSchedule,
  create: { body: createScheduleInput, run: createSchedule },
  update: { body: updateScheduleInput, run: updateSchedule },
  remove: removeSchedule,
});

endpoint(made, {
  method: 'get',
  path: '/{id}/overrides',
  summary: 'Lists the overrides of a schedule, past ones too',
  params: idInput,
  query: pageInput,
  answer: pageOf(override),
  run: listOverrides,
});
endpoint(made, {
  method: 'post',
  path: '/{id}/overrides',
  summary: 'Puts somebody, or nobody, on call for a while',
  params: idInput,
  body: overrideInput,
  answer: override,
  created: true,
  run: createOverride,
});
endpoint(made, {
  method: 'delete',
  path: '/{id}/overrides/{overrideId}',
  summary: 'Takes an override back',
  params: z.object({ id: idField, overrideId: idField }),
  answer: null,
  run: removeOverride,
});

endpoint(made, {
  method: 'post',
  path: '/preview',
  summary: 'Who would be on call by a schedule that need not be stored',
  body: previewInput,
  answer: z.object({
    queries: z.array(z.object({ at: z.string(), users: z.array(z.string()) })),
    shifts: z.array(z.object({ user: z.string(), start: z.iso.datetime(), end: z.iso.datetime() })),
  }),
  run: previewSchedule,
});

export const { app: schedules } = made;
