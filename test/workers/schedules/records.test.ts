import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { describeApi } from '../../../workers/http/openapi';
import { adminContext, aSchedule, aUser, db, settle } from '../config/support';
import { call, fetchFrom, responder, THURSDAY } from './support';

const context = adminContext({ now: THURSDAY });
afterEach(settle);

/** One person, on call without end, on the clock of a zone. */
async function setting(timezone = 'Europe/Berlin') {
  const person = await aUser(context, { timezone });
  const { id, name } = await aSchedule(context, [person.id]);
  return { person, id, name };
}

describe('the shifts of a schedule as CSV', () => {
  const range = '?from=2026-12-25T00:00:00Z&to=2026-12-25T12:00:00Z';
  const linesOf = async (answer: Response) => (await answer.text()).split('\r\n').map((line) => line.split(','));

  it('have a line each, on the person’s clock and in UTC, with the hours that are paid differently', async () => {
    const { person, id, name } = await setting();
    const holidays = [{ date: '2026-12-25', name: 'Christmas Day' }];
    expect((await call('PATCH', `/schedules/${id}/holidays`, { holidays })).body).toEqual({ holidays });
    const answer = await fetchFrom('GET', `/schedules/${id}/shifts.csv${range}`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="shifts-2026-12-25-2026-12-25.csv"');
    const [head, line, end] = await linesOf(answer);
    expect(head?.slice(0, 6)).toEqual(['schedule', 'person', 'email', 'time_zone', 'start_local', 'end_local']);
    expect(line).toEqual([
      ...[name, person.name, person.email, 'Europe/Berlin', '2026-12-25 01:00', '2026-12-25 13:00'],
      ...['2026-12-25T00:00:00.000Z', '2026-12-25T12:00:00.000Z', '12', '5', '0', '12'],
    ]);
    expect(end).toEqual(['']);
  });

  it('never begin a field with a formula', async () => {
    const person = await aUser(context, { name: '=HYPERLINK("x")' });
    const { id } = await aSchedule(context, [person.id]);
    const text = await (await fetchFrom('GET', `/schedules/${id}/shifts.csv${range}`)).text();
    expect(text).toContain(`,"'=HYPERLINK(""x"")",`);
  });

  it('say of a wrong range or an unknown schedule what is wrong', async () => {
    const { id } = await setting();
    const wrong = await call('GET', `/schedules/${id}/shifts.csv?from=soon`);
    expect(wrong.status).toBe(400);
    expect((await call('GET', '/schedules/sch_no/shifts.csv')).status).toBe(404);
  });
});

describe('the holidays of a schedule', () => {
  const holidays = [
    { date: '2026-12-25', name: 'Christmas Day' },
    { date: '2027-01-01', name: 'New Year' },
  ];

  it('are replaced as a whole, by whoever may change schedules', async () => {
    const { person, id } = await setting();
    expect((await call('GET', `/schedules/${id}/holidays`)).body).toEqual({ holidays: [] });
    await call('PATCH', `/schedules/${id}/holidays`, { holidays });
    const left = { holidays: [holidays[1]] };
    expect((await call('PATCH', `/schedules/${id}/holidays`, left)).body).toEqual(left);
    const asResponder = { as: responder(person) };
    expect((await call('GET', `/schedules/${id}/holidays`, undefined, asResponder)).body).toEqual(left);
    expect((await call('PATCH', `/schedules/${id}/holidays`, { holidays }, asResponder)).status).toBe(403);
  });

  it('are dates that exist, each once', async () => {
    const { id } = await setting();
    const wrong = [
      { date: '2026-02-30', name: 'No day' },
      { date: '2027-01-01', name: 'New Year' },
      { date: '2027-01-01', name: 'Again' },
    ];
    const { status, body } = await call('PATCH', `/schedules/${id}/holidays`, { holidays: wrong });
    expect(status).toBe(400);
    expect(JSON.stringify(body.errors)).toMatch(/holidays\/0\/date/);
    expect((await call('GET', `/schedules/${id}/holidays`)).body).toEqual({ holidays: [] });
  });

  it('count in fairness on each person’s own clock', async () => {
    const { person, id } = await setting('Asia/Tokyo');
    await call('PATCH', `/schedules/${id}/holidays`, { holidays });
    const { body } = await call('GET', `/schedules/${id}/fairness?from=2026-12-24T00:00:00Z&to=2026-12-26T00:00:00Z`);
    expect(body.data).toMatchObject([{ user: { id: person.id }, hours: 48, holidayHours: 24 }]);
  });
});

describe('the history of a schedule', () => {
  it('says in words who did what, newest first, page by page', async () => {
    const { person, id } = await setting();
    const span = { start: '2026-12-01T08:00:00Z', end: '2026-12-01T10:00:00Z' };
    const later = (seconds: number) => ({ now: THURSDAY + seconds * 1000 });
    await call('POST', `/schedules/${id}/overrides`, { userId: null, ...span }, later(1));
    const holidays = [{ date: '2026-12-25', name: 'Christmas' }];
    await call('PATCH', `/schedules/${id}/holidays`, { holidays }, later(2));
    const asResponder = { as: responder(person) };
    type Entry = { by: string; changes: { what: string; before: string | null; after: string | null }[] };
    const first = await call('GET', `/schedules/${id}/history?limit=2`, undefined, asResponder);
    const [newest, second] = first.body.data as Entry[];
    expect(newest?.changes).toEqual([{ what: 'changed the holidays', before: 'none', after: '2026-12-25' }]);
    expect(second?.changes[0]).toMatchObject({ what: 'added an override', before: null });
    expect(second?.changes[0]?.after).toContain('Nobody instead of everybody, Tue 1 Dec 2026');
    const rest = await call('GET', `/schedules/${id}/history?limit=2&cursor=${first.body.nextCursor}`);
    expect((rest.body.data as Entry[]).map(({ changes }) => changes[0]?.what)).toEqual(['created the schedule']);
    expect(rest.body.nextCursor).toBeNull();
    expect((await call('GET', '/schedules/sch_no/history')).status).toBe(404);
  });
});

describe('the notices about one’s shifts', () => {
  const ALL = { day: true, hour: true, start: true, changes: true, contactMethodId: null };

  it('are all on, by e-mail, until one changes some of them', async () => {
    const { person } = await setting();
    const path = `/users/${person.id}/shift-notices`;
    expect((await call('GET', path)).body).toEqual(ALL);
    const own = { as: responder(person) };
    expect((await call('PATCH', path, { hour: false }, own)).body).toEqual({ ...ALL, hour: false });
    expect((await call('PATCH', path, { start: false }, own)).body).toEqual({ ...ALL, hour: false, start: false });
    expect((await call('PATCH', path, { day: 'no' }, own)).status).toBe(400);
  });

  it('are one’s own affair', async () => {
    const [{ person }, other] = [await setting(), await aUser(context)];
    const path = `/users/${person.id}/shift-notices`;
    expect((await call('PATCH', path, { day: false }, { as: responder(other) })).status).toBe(403);
    expect((await call('PATCH', '/users/usr_no/shift-notices', { day: false })).status).toBe(404);
    expect((await call('GET', path)).body).toEqual(ALL);
  });

  it('go to a verified contact method of that person, and to no other', async () => {
    const [{ person }, other] = [await setting(), await aUser(context)];
    const method = async (id: string, userId: string, verifiedAt: number | null) => {
      await db.run(sql`INSERT INTO contact_methods (id, user_id, kind, value, verified_at, enabled, created_at, updated_at)
        VALUES (${id}, ${userId}, 'sms', ${`+1555${id.length}${userId.slice(-6)}`}, ${verifiedAt}, 1, 0, 0)`);
      return id;
    };
    const put = async (contactMethodId: string) =>
      call('PATCH', `/users/${person.id}/shift-notices`, { contactMethodId });
    for (const wrong of [
      'con_no',
      await method('con_theirs', other.id, 1),
      await method('con_unproved', person.id, null),
    ])
      expect((await put(wrong)).status, wrong).toBe(400);
    const mine = await method('con_mine', person.id, 1);
    expect((await put(mine)).body).toEqual({ ...ALL, contactMethodId: mine });
  });
});

it('all of it stands in the API’s description', () => {
  const { paths } = describeApi(context.config);
  const described = [
    ['get', '/api/v1/schedules/{id}/history'],
    ['get', '/api/v1/schedules/{id}/shifts.csv'],
    ['get', '/api/v1/schedules/{id}/holidays'],
    ['patch', '/api/v1/schedules/{id}/holidays'],
    ['get', '/api/v1/users/{id}/shifts'],
    ['patch', '/api/v1/users/{id}/shift-notices'],
    ['post', '/api/v1/schedules/{id}/cover-requests'],
    ['post', '/api/v1/cover-requests/{id}/take'],
    ['post', '/api/v1/schedules/{id}/overrides/import'],
    ['post', '/api/v1/time-off/import'],
  ] as const;
  for (const [method, path] of described) expect(paths?.[path], path).toHaveProperty(method);
  const asked = JSON.stringify(paths?.['/api/v1/schedules/{id}/cover-requests']);
  expect(asked).toContain('inReturn');
});
