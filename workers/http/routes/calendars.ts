import { OpenAPIHono, z } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { idField, idInput } from '../../../domain/shared/input';
import type { FeedInput } from '../../operations/calendar/feed-target';
import { getFeed } from '../../operations/calendar/get-feed';
import { importOverrides } from '../../operations/calendar/import';
import { createFeed, rotateFeed } from '../../operations/calendar/put-feed';
import { readFeed } from '../../operations/calendar/read-feed';
import { revokeFeed } from '../../operations/calendar/revoke-feed';
import type { AppEnv } from '../app-env';
import { readCalendarText } from '../calendar-text';
import { contextOf } from '../context-of';
import { endpoint, PROBLEM } from '../endpoint';
import { matchesEtag } from '../etag';
import { isoFields } from '../iso-fields';
import { failureOfZod, problem } from '../middleware/problem';

/** `GET /calendars/{secret}.ics`: for calendar programs; the secret is all they know. */
export const calendars = new Hono<AppEnv>();

calendars.get('/:file{[^/]+\\.ics}', async (c) => {
  const found = await readFeed(contextOf(c), { secret: c.req.param('file').slice(0, -'.ics'.length) });
  if (!found.ok) return problem(c, found.error);
  const { text, etag } = found.value;
  const headers = { etag, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' };
  if (matchesEtag(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
  return c.body(text, 200, {
    ...headers,
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="on-call.ics"',
  });
});

const feed = z.object({
  createdAt: z.iso.datetime(),
  rotatedAt: z.iso.datetime(),
  lastReadAt: z.iso.datetime().nullable(),
});
const newFeed = feed.extend({ url: z.string() });

/** The four routes of a calendar link of one's own, below a schedule or a person. */
function feedRoutes(kind: FeedInput['kind'], tag: string): OpenAPIHono<AppEnv> {
  const made = { app: new OpenAPIHono<AppEnv>(), tag };
  const at = { path: '/{id}/calendar', params: idInput };
  const target = ({ id }: { id: string }): FeedInput => ({ kind, id });
  endpoint(made, {
    ...at,
    method: 'get',
    summary: 'Your calendar link, without its address',
    answer: feed,
    run: (context, input) => getFeed(context, target(input)),
  });
  endpoint(made, {
    ...at,
    method: 'post',
    summary: 'Makes a calendar link of your own; its address is in this answer only',
    answer: newFeed,
    created: true,
    run: (context, input) => createFeed(context, target(input)),
  });
  endpoint(made, {
    ...at,
    path: '/{id}/calendar/rotate',
    method: 'post',
    summary: 'Gives your calendar link a new address; the old one ends',
    answer: newFeed,
    run: (context, input) => rotateFeed(context, target(input)),
  });
  endpoint(made, {
    ...at,
    method: 'delete',
    summary: 'Ends your calendar link',
    answer: null,
    run: (context, input) => revokeFeed(context, target(input)),
  });
  return made.app;
}

/** Below `/api/v1/users`. */
export const userCalendars = feedRoutes('USER', 'users');
/** Below `/api/v1/schedules`. */
export const scheduleCalendars = feedRoutes('SCHEDULE', 'schedules');

const importQuery = z.object({
  userId: idField.optional(),
  replacesUserId: idField.optional(),
  dryRun: z.enum(['true', 'false']).default('false'),
});

scheduleCalendars.openAPIRegistry.registerPath({
  method: 'post',
  path: '/{id}/overrides/import',
  summary: 'Makes overrides of the events of an iCalendar file of at most 10 MB',
  tags: ['schedules'],
  request: {
    params: idInput,
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
            created: z.array(
              z.object({
                id: z.string(),
                userId: z.string().nullable(),
                replacesUserId: z.string().nullable(),
                start: z.iso.datetime(),
                end: z.iso.datetime(),
                createdAt: z.iso.datetime(),
                summary: z.string(),
              }),
            ),
            skipped: z.array(z.object({ summary: z.string(), start: z.iso.datetime().nullable(), reason: z.string() })),
            endless: z.array(z.string()),
          }),
        },
      },
    },
    default: PROBLEM,
  },
});

scheduleCalendars.post('/:id/overrides/import', async (c) => {
  const query = importQuery.safeParse(c.req.query());
  if (!query.success) return problem(c, failureOfZod(query.error));
  const text = await readCalendarText(c);
  if (!text.ok) return problem(c, text.error);
  const { dryRun, ...named } = query.data;
  const input = { ...named, id: c.req.param('id'), text: text.value, dryRun: dryRun === 'true' };
  const done = await importOverrides(contextOf(c), input);
  return done.ok ? c.json(isoFields(done.value)) : problem(c, done.error);
});
