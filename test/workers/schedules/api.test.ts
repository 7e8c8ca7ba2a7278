import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { importCalendar } from '../../../domain/schedule/ical-import';
import { updateUser } from '../../../workers/operations/user/update';
import { adminContext, aPolicy, aSchedule, aService, aUser, db, layer, settle, taken } from '../config/support';
import { appFor, call, fetchFrom, type Json, THURSDAY } from './support';

const context = adminContext({ now: THURSDAY });
afterEach(settle);

const FROM = '2026-11-23T00:00:00Z';
const TO = '2026-12-07T00:00:00Z';
const range = `from=${FROM}&to=${TO}`;
type Rows = Record<string, unknown>[];
const rows = (body: Json): Rows => body.data as Rows;

describe('the shifts of a schedule', () => {
  it('are those of the preview, with the names of people', async () => {
    const [a, b] = [await aUser(context), await aUser(context)];
    const { id, timezone, layers } = await aSchedule(context, [a.id, null, b.id]);
    const { status, body } = await call('GET', `/schedules/${id}/shifts?${range}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ from: '2026-11-23T00:00:00.000Z', to: '2026-12-07T00:00:00.000Z' });
    const preview = await call('POST', '/schedules/preview', {
      schedule: { timezone, layers, overrides: [] },
      from: FROM,
      to: TO,
    });
    const flat = rows(body).map(({ user, start, end }) => ({ user: (user as Json).id, start, end }));
    expect(flat).toEqual(preview.body.shifts);
    expect(rows(body)[0]?.user).toEqual({ id: expect.any(String), name: expect.stringMatching(/^Person/) });
  });

  it.each([
    ['no range', ''],
    ['half a range', `?from=${FROM}`],
    ['an empty range', `?from=${FROM}&to=${FROM}`],
    ['more than 400 days', `?from=${FROM}&to=2028-01-01T00:00:00Z`],
    ['no instants', '?from=yesterday&to=tomorrow'],
  ])('need a range of at most 400 days: %s', async (_what, query) => {
    const { id } = await aSchedule(context, []);
    for (const what of ['shifts', 'gaps']) {
      const { status, body } = await call('GET', `/schedules/${id}/${what}${query}`);
      expect({ status, type: body.type }).toEqual({ status: 400, type: 'urn:opsknight:problem:invalid' });
    }
  });

  it('of a schedule that is not there are not there', async () => {
    for (const what of [`shifts?${range}`, `gaps?${range}`, 'handoff', 'fairness', 'health', 'calendar']) {
      expect((await call('GET', `/schedules/sch_no/${what}`)).status).toBe(404);
    }
  });

  it('are for whoever may read', async () => {
    const { id } = await aSchedule(context, []);
    const as = { kind: 'anonymous' } as const;
    for (const what of [`shifts?${range}`, `gaps?${range}`, 'handoff', 'fairness', 'health', 'calendar']) {
      expect((await call('GET', `/schedules/${id}/${what}`, undefined, { as })).status).toBe(401);
    }
  });
});

describe('the gaps of a schedule', () => {
  it('show people who are not active, and the services that page nobody then', async () => {
    const [a, b] = [await aUser(context), await aUser(context)];
    const { id } = await aSchedule(context, [a.id, b.id]);
    const targets = [{ kind: 'SCHEDULE', id }];
    const alone = await aPolicy(context, { steps: [{ delayMinutes: 0, targets }] });
    const backed = await aPolicy(context, {
      steps: [
        { delayMinutes: 0, targets },
        { delayMinutes: 5, targets: [{ kind: 'USER', id: a.id }] },
      ],
    });
    const one = await aService(context, { name: 'A service', escalationPolicyId: alone.id });
    const two = await aService(context, { name: 'B service', escalationPolicyId: backed.id });
    await aService(context, { escalationPolicyId: (await aPolicy(context)).id });
    taken(await updateUser(context, { id: b.id, status: 'DISABLED' }));

    const { body } = await call('GET', `/schedules/${id}/gaps?${range}`);
    expect(rows(body)).toHaveLength(1);
    expect(body.services).toEqual([
      { id: one.id, name: 'A service', policyId: alone.id, policyName: alone.name, reachesOthers: false },
      { id: two.id, name: 'B service', policyId: backed.id, policyName: backed.name, reachesOthers: true },
    ]);
    const [gap] = rows(body);
    const shifts = rows((await call('GET', `/schedules/${id}/shifts?${range}`)).body);
    expect(shifts.every(({ start, end }) => end === gap?.start || start === gap?.end)).toBe(true);
  });
});

describe('who is on call', () => {
  it('is answered as INTERFACES has it, at any instant, and so is who is next', async () => {
    const [a, b] = [await aUser(context), await aUser(context)];
    const { id } = await aSchedule(context, [a.id, b.id]);
    const [now, next] = [await call('GET', `/oncall?schedule=${id}`), await call('GET', `/schedules/${id}/handoff`)];
    expect(now.body).toMatchObject({
      at: '2026-11-26T12:00:00.000Z',
      users: [{ id: expect.any(String), name: expect.any(String) }],
      source: 'layer',
      until: '2026-11-30T09:00:00.000Z',
    });
    expect(next.body).toMatchObject({ at: now.body.at, users: now.body.users, next: { at: now.body.until } });
    const then = await call('GET', `/oncall?schedule=${id}&at=${now.body.until}`);
    expect(then.body.users).toEqual((next.body.next as Json).users);
    const before = await call('GET', `/schedules/${id}/handoff?at=2023-12-31T00:00:00Z`);
    expect(before.body).toMatchObject({ users: [], next: { at: '2024-01-01T09:00:00.000Z' } });
  });

  it.each([
    ['/oncall?schedule=sch_no', 404],
    ['/oncall?at=now', 400],
    ['/oncall?at=2026-11-23', 400],
    ['/oncall?schedule=', 400],
    ['/oncall?at=9999-12-31T23:59:59Z', 200],
    ['/oncall?at=0001-01-01T00:00:00Z', 200],
  ])('%s is answered with %i', async (path, status) => {
    expect((await call('GET', path)).status).toBe(status);
  });
});

describe('a schedule', () => {
  it('that would make every answer slow is not taken', async () => {
    const minute = { kind: 'daily', startTime: '09:00', durationMinutes: 1 };
    const layers = Array(50).fill({ ...layer([null]), restrictions: Array(50).fill(minute) });
    const made = await call('POST', '/schedules', { name: 'Slow', timezone: 'UTC', layers });
    expect(made).toMatchObject({ status: 400, body: { errors: [{ pointer: '/layers' }] } });
    const { id } = await aSchedule(context, []);
    expect((await call('PATCH', `/schedules/${id}`, { layers })).status).toBe(400);
  });

  it('tells how fair and how healthy it is', async () => {
    const [a, b] = [await aUser(context, { timezone: 'Asia/Tokyo' }), await aUser(context)];
    const { id } = await aSchedule(context, [a.id, b.id]);
    const fair = await call('GET', `/schedules/${id}/fairness?${range}`);
    const loads = rows(fair.body) as { user: Json; hours: number; weekendHours: number; nightHours: number }[];
    expect(loads.map(({ user }) => user.id)).toEqual([a.id, b.id]);
    expect(loads.reduce((sum, { hours }) => sum + hours, 0)).toBe(14 * 24);
    expect(loads.every(({ nightHours, weekendHours }) => nightHours > 0 && weekendHours > 0)).toBe(true);
    expect(rows((await call('GET', `/schedules/${id}/fairness`)).body)).toHaveLength(2);
    expect((await call('GET', `/schedules/${id}/fairness?from=${FROM}`)).status).toBe(400);

    taken(await updateUser(context, { id: a.id, status: 'DISABLED' }));
    const past = await call('GET', `/schedules/${id}/fairness`);
    expect((rows(past.body)[0] as { hours: number }).hours).toBeGreaterThan(0);
    await db.run(sql`UPDATE contact_methods SET enabled = 0 WHERE user_id = ${b.id}`);
    const { body } = await call('GET', `/schedules/${id}/health`);
    const kinds = rows(body).map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['person-inactive', 'person-unreachable']);
    expect(kinds.slice(2).every((kind) => kind === 'gap')).toBe(true);
    expect(rows(body)[0]).toEqual({ kind: 'person-inactive', user: { id: a.id, name: a.name } });
  });
});

it('all of it is described in OpenAPI', () => {
  const { paths } = appFor().getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'API', version: '1' } });
  const found = Object.entries(paths ?? {}).flatMap(([path, verbs]) =>
    Object.keys(verbs).map((verb) => `${verb} ${path}`),
  );
  for (const route of [
    'patch /schedules/{id}',
    'patch /schedules/{id}/overrides/{overrideId}',
    'post /schedules/{id}/overrides/import',
    'post /schedules/{id}/calendar/rotate',
    'delete /users/{id}/calendar',
    'get /schedules/{id}/shifts',
    'get /schedules/{id}/gaps',
    'get /schedules/{id}/handoff',
    'get /schedules/{id}/fairness',
    'get /schedules/{id}/health',
  ]) {
    expect(found).toContain(route);
  }
});

describe('a rotation over New York, London and Sydney', () => {
  // Clocks change in Sydney (4 Oct, 4 Apr), London (25 Oct, 28 Mar) and New York (1 Nov, 14 Mar).
  it.each([
    ['2026-10-03', '2026-11-03'],
    ['2027-03-13', '2027-04-06'],
  ])('gives the same answer by shifts, by instants, by preview and by calendar, from %s', async (first, last) => {
    const people = [await aUser(context), await aUser(context), await aUser(context)];
    const day = (name: string, anchor: string, startTime: string, who: number) => ({
      ...layer([people[who]?.id ?? null, null]),
      name,
      rotation: { unit: 'day', length: 1, anchor: `2026-01-05T${anchor}`, handoff: anchor },
      restrictions: [{ kind: 'daily', startTime, durationMinutes: 480 }],
    });
    const layers = [
      day('New York', '09:00', '09:00', 0),
      day('London', '04:00', '04:00', 1),
      day('Sydney', '18:00', '18:00', 2),
    ];
    const { id } = await aSchedule(context, [], { timezone: 'America/New_York', layers });
    const [from, to] = [`${first}T00:00:00Z`, `${last}T00:00:00Z`];
    const shifts = rows((await call('GET', `/schedules/${id}/shifts?from=${from}&to=${to}`)).body) as {
      user: Json;
      start: string;
      end: string;
    }[];
    const flat = shifts.map(({ user, start, end }) => ({ user: user.id, start, end }));
    const preview = await call('POST', '/schedules/preview', {
      schedule: { timezone: 'America/New_York', layers, overrides: [] },
      from,
      to,
    });
    expect(preview.body.shifts).toEqual(flat);
    for (const { user, start, end } of flat) {
      for (const at of [start, new Date(Date.parse(end) - 1).toISOString()]) {
        const { body } = await call('GET', `/oncall?schedule=${id}&at=${at}`);
        expect((body.users as Json[]).map((one) => one.id)).toContain(user);
      }
    }
    const as = { kind: 'user', id: people[0]?.id ?? '', name: 'A', role: 'RESPONDER' } as const;
    const now = Date.parse(from);
    const { body } = await call('POST', `/schedules/${id}/calendar`, undefined, { as, now });
    const text = await (await fetchFrom('GET', new URL(String(body.url)).pathname, undefined, { now })).text();
    const read = importCalendar(text, { start: now, end: Date.parse(to), zone: 'UTC' });
    if (typeof read === 'string') throw new Error(read);
    const inCalendar = read.occurrences.map(({ start, end }) => [Math.max(start, now), Math.min(end, Date.parse(to))]);
    expect(inCalendar).toEqual(flat.map(({ start, end }) => [Date.parse(start), Date.parse(end)]));
  });
});
