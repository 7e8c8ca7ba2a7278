import { OpenAPIHono, z } from '@hono/zod-openapi';
import {
  createScheduleInput,
  overrideInput,
  updateOverrideInput,
  updateScheduleInput,
} from '../../../domain/schedule/input';
import { previewInput } from '../../../domain/schedule/preview';
import { optionalRangeInput, rangeInput } from '../../../domain/schedule/range';
import { layerSchema } from '../../../domain/schedule/schedule';
import { idField, idInput, instantField } from '../../../domain/shared/input';
import { pageInput } from '../../../domain/shared/page';
import { createSchedule } from '../../operations/schedule/create';
import { createOverride } from '../../operations/schedule/create-override';
import { scheduleFairness } from '../../operations/schedule/fairness';
import { scheduleGaps } from '../../operations/schedule/gaps';
import { getSchedule } from '../../operations/schedule/get';
import { nextHandoff } from '../../operations/schedule/handoff';
import { scheduleHealth } from '../../operations/schedule/health';
import { listSchedules } from '../../operations/schedule/list';
import { listOverrides } from '../../operations/schedule/list-overrides';
import { previewSchedule } from '../../operations/schedule/preview';
import { previewUpdate } from '../../operations/schedule/preview-update';
import { removeSchedule } from '../../operations/schedule/remove';
import { removeOverride } from '../../operations/schedule/remove-override';
import { scheduleShifts } from '../../operations/schedule/shifts';
import { updateSchedule } from '../../operations/schedule/update';
import { updateOverride } from '../../operations/schedule/update-override';
import type { AppEnv } from '../app-env';
import { endpoint } from '../endpoint';
import { pageOf, stored } from '../resource-app';

const made = { app: new OpenAPIHono<AppEnv>(), tag: 'schedules' };
const one = { params: idInput };

const person = z.object({ id: z.string(), name: z.string() });
const span = z.object({ start: z.iso.datetime(), end: z.iso.datetime() });
const range = { from: z.iso.datetime(), to: z.iso.datetime() };

const override = z
  .object({
    id: z.string(),
    userId: z.string().nullable(),
    replacesUserId: z.string().nullable(),
    ...span.shape,
    createdAt: z.iso.datetime(),
  })
  .openapi('ScheduleOverride');

const schedule = stored('Schedule', {
  name: z.string(),
  timezone: z.string(),
  layers: z.array(layerSchema),
  overrides: z.array(override),
});

endpoint(made, {
  method: 'get',
  path: '/',
  summary: 'Lists schedules',
  query: pageInput,
  answer: pageOf(schedule),
  run: listSchedules,
});
endpoint(made, {
  method: 'post',
  path: '/',
  summary: 'Adds a schedule',
  body: createScheduleInput,
  answer: schedule,
  created: true,
  run: createSchedule,
});
endpoint(made, { ...one, method: 'get', path: '/{id}', summary: 'One schedule', answer: schedule, run: getSchedule });
endpoint(made, {
  ...one,
  method: 'patch',
  path: '/{id}',
  summary:
    'Changes a schedule, or with dryRun says who would gain and lose which hours; takes any subset of its fields',
  query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
  body: updateScheduleInput,
  answer: z.union([
    schedule,
    z.object({
      schedule,
      ...range,
      changes: z.array(z.object({ user: person.nullable(), gains: z.array(span), loses: z.array(span) })),
    }),
  ]),
  run: (context, { dryRun, ...input }): Promise<Awaited<ReturnType<typeof updateSchedule | typeof previewUpdate>>> =>
    dryRun === 'true' ? previewUpdate(context, input) : updateSchedule(context, input),
});
endpoint(made, {
  ...one,
  method: 'delete',
  path: '/{id}',
  summary: 'Deletes a schedule',
  answer: null,
  run: removeSchedule,
});

endpoint(made, {
  ...one,
  method: 'get',
  path: '/{id}/overrides',
  summary: 'Lists the overrides of a schedule, past ones too',
  query: pageInput,
  answer: pageOf(override),
  run: listOverrides,
});
endpoint(made, {
  ...one,
  method: 'post',
  path: '/{id}/overrides',
  summary: 'Puts somebody, or nobody, on call for a while',
  body: overrideInput,
  answer: override,
  created: true,
  run: createOverride,
});
const oneOverride = { path: '/{id}/overrides/{overrideId}', params: z.object({ id: idField, overrideId: idField }) };
endpoint(made, {
  ...oneOverride,
  method: 'patch',
  summary: 'Changes an override; takes any subset of its fields',
  body: updateOverrideInput,
  answer: override,
  run: updateOverride,
});
endpoint(made, {
  ...oneOverride,
  method: 'delete',
  summary: 'Takes an override back',
  answer: null,
  run: removeOverride,
});

endpoint(made, {
  ...one,
  method: 'get',
  path: '/{id}/shifts',
  summary: 'Who is on call when, over at most 400 days',
  query: rangeInput,
  answer: z.object({ ...range, data: z.array(z.object({ user: person, ...span.shape })) }),
  run: scheduleShifts,
});
endpoint(made, {
  ...one,
  method: 'get',
  path: '/{id}/gaps',
  summary: 'When nobody is on call, over at most 400 days, and the services that page this schedule',
  query: rangeInput,
  answer: z.object({
    ...range,
    data: z.array(span),
    services: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        policyId: z.string(),
        policyName: z.string(),
        reachesOthers: z.boolean(),
      }),
    ),
  }),
  run: scheduleGaps,
});
endpoint(made, {
  ...one,
  method: 'get',
  path: '/{id}/handoff',
  summary: 'Who is on call, and who is next, and when',
  query: z.object({ at: instantField.optional() }),
  answer: z.object({
    at: z.iso.datetime(),
    users: z.array(person),
    next: z.object({ at: z.iso.datetime(), users: z.array(person) }).nullable(),
  }),
  run: nextHandoff,
});
endpoint(made, {
  ...one,
  method: 'get',
  path: '/{id}/fairness',
  summary:
    'How much everybody is on call, at night, at weekends and on holidays; the last 90 days unless a range is given',
  query: optionalRangeInput,
  answer: z.object({
    ...range,
    data: z.array(
      z.object({
        user: person,
        shifts: z.int(),
        hours: z.number(),
        nightHours: z.number(),
        weekendHours: z.number(),
        holidayHours: z.number(),
      }),
    ),
  }),
  run: scheduleFairness,
});
endpoint(made, {
  ...one,
  method: 'get',
  path: '/{id}/health',
  summary: 'What is wrong with a schedule, or will be within 30 days',
  answer: z.object({
    data: z.array(
      z.object({
        kind: z.enum([
          'no-layers',
          'layer-ended',
          'layer-ends-soon',
          'layer-empty',
          'layer-single-person',
          'person-inactive',
          'person-unreachable',
          'gap',
        ]),
        layer: z.string().optional(),
        user: person.optional(),
        at: z.iso.datetime().optional(),
        ...span.partial().shape,
      }),
    ),
  }),
  run: scheduleHealth,
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
