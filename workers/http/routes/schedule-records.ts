import { OpenAPIHono, z } from '@hono/zod-openapi';
import { holidaysInput } from '../../../domain/schedule/holidays';
import { noticeSettingsInput } from '../../../domain/schedule/notice-input';
import { optionalRangeInput } from '../../../domain/schedule/range';
import { idInput } from '../../../domain/shared/input';
import { pageInput } from '../../../domain/shared/page';
import { getHolidays, putHolidays } from '../../operations/holiday/holidays';
import { scheduleHistory } from '../../operations/schedule/history';
import { shiftsAsCsv } from '../../operations/schedule/shifts-csv';
import { shiftsOfPerson } from '../../operations/schedule/shifts-of-person';
import { getNoticeSettings, updateNoticeSettings } from '../../operations/shift-notice/settings';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';
import { csvResponse } from '../csv-response';
import { endpoint, PROBLEM, type ResourceApp } from '../endpoint';
import { failureOfZod, problem } from '../middleware/problem';
import { pageOf } from '../resource-app';

const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'schedules' };
const one = { params: idInput };

endpoint(made, {
  ...one,
  method: 'get',
  path: '/{id}/history',
  summary: 'What was done to a schedule, newest first, in words',
  query: pageInput,
  answer: pageOf(
    z.object({
      id: z.string(),
      at: z.iso.datetime(),
      by: z.string(),
      origin: z.string(),
      changes: z.array(z.object({ what: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    }),
  ),
  run: scheduleHistory,
});

const holidays = z.object({ holidays: z.array(z.object({ date: z.string(), name: z.string() })) });
endpoint(made, {
  ...one,
  method: 'get',
  path: '/{id}/holidays',
  summary: 'The days that count as holidays in fairness and for pay',
  answer: holidays,
  run: getHolidays,
});
endpoint(made, {
  ...one,
  method: 'patch',
  path: '/{id}/holidays',
  summary: 'Replaces the list of holidays',
  body: holidaysInput,
  answer: holidays,
  run: putHolidays,
});

made.app.openAPIRegistry.registerPath({
  method: 'get',
  path: '/{id}/shifts.csv',
  summary: 'The shifts for pay, on each person’s clock and in UTC; the last 90 days unless a range is given',
  tags: ['schedules'],
  request: { params: idInput, query: z.object({ from: z.string().optional(), to: z.string().optional() }) },
  responses: {
    200: { description: 'Done', content: { 'text/csv': { schema: z.string() } } },
    default: PROBLEM,
  },
});
made.app.get('/:id/shifts.csv', async (c) => {
  const range = optionalRangeInput.safeParse(c.req.query());
  if (!range.success) return problem(c, failureOfZod(range.error));
  const file = await shiftsAsCsv(contextOf(c), { id: c.req.param('id'), ...range.data });
  return file.ok ? csvResponse(file.value) : problem(c, file.error);
});
/** Below `/api/v1/schedules`. */
export const { app: scheduleRecords } = made;

const ofPeople: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'users' };
endpoint(ofPeople, {
  ...one,
  method: 'get',
  path: '/{id}/shifts',
  summary: 'One person’s shifts on all schedules; the next 60 days unless a range is given',
  query: optionalRangeInput,
  answer: z.object({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    data: z.array(
      z.object({
        schedule: z.object({ id: z.string(), name: z.string(), timezone: z.string() }),
        start: z.iso.datetime(),
        end: z.iso.datetime(),
        away: z.object({ id: z.string(), start: z.iso.datetime(), end: z.iso.datetime() }).nullable(),
        cover: z.object({ id: z.string(), isExchange: z.boolean() }).nullable(),
      }),
    ),
  }),
  run: shiftsOfPerson,
});

const settings = z.object({
  day: z.boolean(),
  hour: z.boolean(),
  start: z.boolean(),
  changes: z.boolean(),
  contactMethodId: z.string().nullable(),
});
endpoint(ofPeople, {
  ...one,
  method: 'get',
  path: '/{id}/shift-notices',
  summary: 'Which notices about their shifts a person gets',
  answer: settings,
  run: getNoticeSettings,
});
endpoint(ofPeople, {
  ...one,
  method: 'patch',
  path: '/{id}/shift-notices',
  summary: 'Switches notices on and off; takes any subset of its fields',
  body: noticeSettingsInput,
  answer: settings,
  run: updateNoticeSettings,
});
/** Below `/api/v1/users`. */
export const { app: personShifts } = ofPeople;
