import { beforeAll, expect, it } from 'vitest';
import { type Access, API_ACCESS, type RouteName } from '../../../domain/access/route-access';
import { type Caller, may, people } from './actors';
import { HEADERS } from './bodies';
import { split } from './routes';
import { call } from './support';
import { fill, type Ids, madeThings } from './things';

// The entries of the matrix that ask for less where it is one's own.

let callers: Caller[] = [];
let schedule = '';
let incident = '';

beforeAll(async () => {
  callers = await people();
  const made = await madeThings();
  schedule = made.schedules ?? '';
  incident = made.incidents ?? '';
});

type Step = { body: (self: string, ids: Ids) => object; query?: (self: string) => string; keepAs?: string };
const nothing = () => ({});

// In the order of a life: what a step makes, the later ones use.
const STEPS: Partial<Record<RouteName, Step>> = {
  'PATCH /api/v1/users/:id': { body: () => ({ timezone: 'Europe/Lisbon' }) },
  'POST /api/v1/contact-methods': {
    body: (userId) => ({ userId, kind: 'email', value: `${userId}@example.test` }),
    keepAs: 'contact-methods',
  },
  'PATCH /api/v1/contact-methods/:id': { body: () => ({ enabled: true }) },
  'POST /api/v1/contact-methods/:id/send-code': { body: nothing },
  'POST /api/v1/contact-methods/:id/verify': { body: () => ({ code: '000000' }) },
  'POST /api/v1/contact-methods/:id/test': { body: nothing },
  'POST /api/v1/notification-rules': {
    body: (userId, ids) => ({ userId, urgency: 'LOW', contactMethodId: ids['contact-methods'] }),
    keepAs: 'notification-rules',
  },
  'PATCH /api/v1/notification-rules/:id': { body: () => ({ delayMinutes: 3 }) },
  'DELETE /api/v1/notification-rules/:id': { body: nothing },
  'DELETE /api/v1/contact-methods/:id': { body: nothing },
  'POST /api/v1/schedules/:id/overrides': {
    body: (userId) => ({ userId, start: '2098-01-01T00:00:00Z', end: '2098-01-02T00:00:00Z' }),
    keepAs: 'overrides',
  },
  'PATCH /api/v1/schedules/:id/overrides/:overrideId': { body: () => ({ end: '2098-01-03T00:00:00Z' }) },
  'POST /api/v1/schedules/:id/cover-requests': {
    body: (userId) => ({ userId, start: '2098-01-01T06:00:00Z', end: '2098-01-01T12:00:00Z' }),
    keepAs: 'cover-requests',
  },
  'POST /api/v1/cover-requests/:id/withdraw': { body: nothing },
  'DELETE /api/v1/schedules/:id/overrides/:overrideId': { body: nothing },
  'POST /api/v1/schedules/:id/overrides/import': { body: nothing },
  'POST /api/v1/time-off': {
    body: (userId) => ({ userId, start: '2098-01-01T00:00:00Z', end: '2098-01-02T00:00:00Z' }),
    keepAs: 'time-off',
  },
  'DELETE /api/v1/time-off/:id': { body: nothing },
  'POST /api/v1/time-off/import': { body: nothing },
  'POST /api/v1/incidents/:id/watchers': { body: (userId) => ({ userId }) },
  'DELETE /api/v1/incidents/:id/watchers/:userId': { body: nothing },
  'PATCH /api/v1/users/:id/shift-notices': { body: () => ({ day: false }) },
  'PATCH /api/v1/users/:id/notification-preferences': { body: () => ({ lowDigest: { every: 'hour' } }) },
  'POST /api/v1/users/:id/calendar': { body: nothing },
  'GET /api/v1/notifications': { body: nothing, query: (userId) => `?userId=${userId}` },
  'GET /api/v1/users/:id/calendar': { body: nothing },
  'POST /api/v1/users/:id/calendar/rotate': { body: nothing },
  'DELETE /api/v1/users/:id/calendar': { body: nothing },
};

const entries = (Object.entries(API_ACCESS) as [RouteName, Access][]).flatMap(([name, access]) =>
  typeof access === 'object' ? [[name, access.own] as const] : [],
);

it('has a step for every entry that knows one’s own', () => {
  expect(Object.keys(STEPS).toSorted()).toEqual(entries.map(([name]) => name).toSorted());
});

it('asks everybody for no more than the matrix says', async () => {
  const own = new Map(entries);
  for (const caller of callers) {
    if (caller.actor.kind !== 'user') continue;
    const self = caller.actor.id;
    const ids: Ids = { users: self, schedules: schedule, incidents: incident, watchers: self };
    for (const [name, { body, query, keepAs }] of Object.entries(STEPS) as [RouteName, Step][]) {
      const permission = own.get(name);
      const { method, path } = split(name);
      const { status, body: answer } = await call(
        caller.credential,
        method,
        fill(path, ids) + (query?.(self) ?? ''),
        method === 'GET' ? undefined : body(self, ids),
        HEADERS[name],
      );
      const where = `${caller.name}, ${name}: ${status} ${JSON.stringify(answer)}`;
      if (permission && may(caller, permission)) expect([200, 201, 204, 400, 409], where).toContain(status);
      else expect([403, 404], where).toContain(status);
      if (keepAs && status === 201) ids[keepAs] = answer.id;
    }
  }
});
