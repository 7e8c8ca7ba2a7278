import { OpenAPIHono, z } from '@hono/zod-openapi';
import { idField, idInput } from '../../../domain/shared/input';
import { pageInput } from '../../../domain/shared/page';
import { timeOffInput } from '../../../domain/time-off/input';
import { createTimeOff } from '../../operations/time-off/create';
import { importTimeOff } from '../../operations/time-off/import';
import { getTimeOff, listTimeOff } from '../../operations/time-off/list';
import { coverProposals } from '../../operations/time-off/proposals';
import { removeTimeOff } from '../../operations/time-off/remove';
import type { AppEnv } from '../app-env';
import { readCalendarText } from '../calendar-text';
import { contextOf } from '../context-of';
import { endpoint, PROBLEM, type ResourceApp } from '../endpoint';
import { isoFields } from '../iso-fields';
import { failureOfZod, problem } from '../middleware/problem';
import { pageOf } from '../resource-app';

const person = z.object({ id: z.string(), name: z.string() });
const span = { start: z.iso.datetime(), end: z.iso.datetime() };
const off = z
  .object({ id: z.string(), user: person, ...span, timezone: z.string(), createdAt: z.iso.datetime() })
  .openapi('TimeOff');

const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'time-off' };
const one = { path: '/{id}', params: idInput };

endpoint(made, {
  method: 'get',
  path: '/',
  summary: 'Lists time off, of one person or of everybody',
  query: pageInput.extend({ userId: idField.optional() }),
  answer: pageOf(off),
  run: listTimeOff,
});
endpoint(made, {
  method: 'post',
  path: '/',
  summary: 'Notes that somebody is away; no shift changes by it',
  body: timeOffInput,
  answer: off,
  created: true,
  run: createTimeOff,
});
endpoint(made, { ...one, method: 'get', summary: 'One time off', answer: off, run: getTimeOff });
endpoint(made, { ...one, method: 'delete', summary: 'Forgets a time off', answer: null, run: removeTimeOff });
endpoint(made, {
  ...one,
  path: '/{id}/proposals',
  method: 'get',
  summary: 'For each shift that falls into a time off: who could take it, the best first',
  answer: z.object({
    timeOff: off,
    data: z.array(
      z.object({
        schedule: z.object({ id: z.string(), name: z.string(), timezone: z.string() }),
        ...span,
        cover: z.object({ id: z.string() }).nullable(),
        candidates: z.array(
          z.object({ user: person, busy: z.enum(['on-call', 'away']).nullable(), hours: z.number() }),
        ),
      }),
    ),
    more: z.boolean(),
  }),
  run: coverProposals,
});

const importQuery = z.object({ userId: idField.optional(), dryRun: z.enum(['true', 'false']).default('false') });

made.app.openAPIRegistry.registerPath({
  method: 'post',
  path: '/import',
  summary: 'Notes as time off the events of an iCalendar file of at most 10 MB',
  tags: ['time-off'],
  request: {
    query: importQuery,
    body: { required: true, content: { 'text/calendar': { schema: z.string() } } },
  },
  responses: {
    200: {
      description: 'Done',
      content: {
        'application/json': {
          schema: z.object({
            dryRun: z.boolean(),
            until: z.iso.datetime(),
            created: z.array(off.extend({ summary: z.string() })),
            skipped: z.array(z.object({ summary: z.string(), start: z.iso.datetime().nullable(), reason: z.string() })),
            endless: z.array(z.string()),
          }),
        },
      },
    },
    default: PROBLEM,
  },
});

made.app.post('/import', async (c) => {
  const query = importQuery.safeParse(c.req.query());
  if (!query.success) return problem(c, failureOfZod(query.error));
  const text = await readCalendarText(c);
  if (!text.ok) return problem(c, text.error);
  const { dryRun, userId } = query.data;
  const done = await importTimeOff(contextOf(c), { userId, text: text.value, dryRun: dryRun === 'true' });
  return done.ok ? c.json(isoFields(done.value)) : problem(c, done.error);
});

export const { app: timeOff } = made;
