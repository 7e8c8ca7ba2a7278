import { OpenAPIHono, z } from '@hono/zod-openapi';
import { coverInput } from '../../../domain/cover/input';
import { COVER_STATES, OFFER_STATES } from '../../../domain/cover/request';
import { idInput } from '../../../domain/shared/input';
import { pageInput } from '../../../domain/shared/page';
import { declineCover, takeCover } from '../../operations/cover/answer';
import { requestCover } from '../../operations/cover/create';
import { getCover, listCovers, myCovers } from '../../operations/cover/list';
import { withdrawCover } from '../../operations/cover/withdraw';
import type { AppEnv } from '../app-env';
import { endpoint, type ResourceApp } from '../endpoint';
import { pageOf } from '../resource-app';

const person = z.object({ id: z.string(), name: z.string() });

const cover = z
  .object({
    id: z.string(),
    schedule: z.object({ id: z.string(), name: z.string(), timezone: z.string() }),
    user: person,
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    state: z.enum(COVER_STATES),
    takenBy: person.nullable(),
    overrideId: z.string().nullable(),
    inReturn: z
      .object({ start: z.iso.datetime(), end: z.iso.datetime(), overrideId: z.string().nullable() })
      .nullable(),
    offers: z.array(z.object({ user: person, state: z.enum(OFFER_STATES) })),
    expiresAt: z.iso.datetime(),
    remindAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
  })
  .openapi('CoverRequest');

const tag = 'cover-requests';
const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag };
const one = { params: idInput, answer: cover };

endpoint(made, {
  method: 'get',
  path: '/',
  summary: 'Requests for cover that wait for your answer, and your own',
  answer: z.object({ offered: z.array(cover), asked: z.array(cover) }),
  run: myCovers,
});
endpoint(made, { ...one, method: 'get', path: '/{id}', summary: 'One request for cover', run: getCover });
endpoint(made, {
  ...one,
  method: 'post',
  path: '/{id}/take',
  summary: 'Takes a shift that was offered to you, or accepts an exchange: the overrides are made, other offers close',
  run: takeCover,
});
endpoint(made, {
  ...one,
  method: 'post',
  path: '/{id}/decline',
  summary: 'Says that you cannot take it',
  run: declineCover,
});
endpoint(made, {
  ...one,
  method: 'post',
  path: '/{id}/withdraw',
  summary: 'Ends a request that nobody has taken',
  run: withdrawCover,
});
export const { app: coverRequests } = made;

const below: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag };
endpoint(below, {
  method: 'get',
  path: '/{id}/cover-requests',
  params: idInput,
  query: pageInput,
  summary: 'Lists the requests for cover of a schedule, past ones too',
  answer: pageOf(cover),
  run: listCovers,
});
endpoint(below, {
  method: 'post',
  path: '/{id}/cover-requests',
  params: idInput,
  summary:
    'Asks others of the schedule to take a shift or a part of it, or one of them to exchange it; agreed: at once',
  body: coverInput,
  answer: cover,
  created: true,
  run: requestCover,
});
/** Below `/api/v1/schedules`. */
export const { app: scheduleCovers } = below;
