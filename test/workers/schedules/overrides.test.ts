import { afterEach, describe, expect, it } from 'vitest';
import { adminContext, aSchedule, aUser, auditActions, layer, settle } from '../config/support';
import { call, responder, THURSDAY } from './support';

const context = adminContext({ now: THURSDAY });
afterEach(settle);

// Within the turn of one person: `layer` hands over on Mondays at 09:00.
const span = { start: '2026-11-26T18:00:00Z', end: '2026-11-27T06:00:00Z' };

async function schedule() {
  const people = [await aUser(context), await aUser(context), await aUser(context)];
  const { id } = await aSchedule(
    context,
    people.map((person) => person.id),
  );
  const { body } = await call('GET', `/oncall?schedule=${id}`);
  const current = people.find((person) => person.id === (body.users as { id: string }[])[0]?.id);
  const [other, third] = people.filter((person) => person !== current);
  if (!current || !other || !third) throw new Error('nobody is on call');
  const path = `/schedules/${id}/overrides`;
  return { id, path, current, other, third };
}

describe('overrides', () => {
  it('are made, changed and taken back by whoever may change schedules', async () => {
    const { id, path, current, other } = await schedule();
    const made = await call('POST', path, { userId: other.id, replacesUserId: current.id, ...span });
    expect(made).toMatchObject({ status: 201, body: { userId: other.id, replacesUserId: current.id } });
    const one = `${path}/${made.body.id}`;
    const changed = await call('PATCH', one, { userId: null, end: '2026-11-27T07:00:00+01:00' });
    expect(changed).toMatchObject({
      status: 200,
      body: { userId: null, replacesUserId: current.id, end: '2026-11-27T06:00:00.000Z' },
    });
    expect((await call('GET', path)).body.data).toEqual([changed.body]);
    expect((await call('PATCH', one, { end: span.start })).body).toMatchObject({ errors: [{ pointer: '/end' }] });
    expect((await call('PATCH', one, { userId: 'usr_no' })).body).toMatchObject({ errors: [{ pointer: '/userId' }] });
    expect((await call('PATCH', `${path}/ovr_no`, {})).status).toBe(404);
    expect((await call('PATCH', `/schedules/sch_no/overrides/${made.body.id}`, {})).status).toBe(404);
    expect((await call('DELETE', one)).status).toBe(204);
    expect(await auditActions(id)).toEqual([
      'schedule.create',
      'schedule.override',
      'schedule.override-changed',
      'schedule.override-removed',
    ]);
  });

  it('keep their rank when they change', async () => {
    const { id, path, other, third } = await schedule();
    const first = await call('POST', path, { userId: other.id, ...span });
    await call('POST', path, { userId: third.id, ...span });
    await call('PATCH', `${path}/${first.body.id}`, { end: '2026-11-27T08:00:00Z' });
    const who = async (at: string) => (await call('GET', `/oncall?schedule=${id}&at=${at}`)).body.users;
    expect(await who('2026-11-26T20:00:00Z')).toMatchObject([{ id: third.id }]);
    expect(await who('2026-11-27T07:00:00Z')).toMatchObject([{ id: other.id }]);
  });

  it('of one’s own shift can be made, changed and taken back by the person', async () => {
    const { path, current, other, third } = await schedule();
    const as = responder(current);
    const given = await call('POST', path, { userId: other.id, ...span }, { as });
    expect(given.status).toBe(201);
    const one = `${path}/${given.body.id}`;
    expect((await call('PATCH', one, { userId: third.id }, { as })).status).toBe(200);
    expect((await call('PATCH', one, { userId: null }, { as })).status).toBe(403);
    expect((await call('PATCH', one, { end: '2026-12-20T00:00:00Z' }, { as })).status).toBe(403);
    expect((await call('DELETE', one, undefined, { as: responder(other) })).status).toBe(403);
    expect((await call('DELETE', one, undefined, { as })).status).toBe(204);
    const taken = await call(
      'POST',
      path,
      { userId: other.id, replacesUserId: current.id, ...span },
      { as: responder(other) },
    );
    expect(taken.status).toBe(201);
    expect((await call('DELETE', `${path}/${taken.body.id}`, undefined, { as: responder(current) })).status).toBe(204);
  });

  it('of others cannot', async () => {
    const { path, current, other, third } = await schedule();
    const as = responder(third);
    for (const [userId, replacesUserId] of [
      [other.id, current.id],
      [other.id, null],
      [null, current.id],
      [null, null],
      [null, third.id],
    ]) {
      const { status, body } = await call('POST', path, { userId, replacesUserId, ...span }, { as });
      expect({ status, permission: body.permission }).toEqual({ status: 403, permission: 'config.write' });
    }
    const past = { start: '2026-11-20T00:00:00Z', end: '2026-11-21T00:00:00Z' };
    expect((await call('POST', path, { userId: third.id, ...past }, { as })).status).toBe(403);
    const key = { kind: 'api-key', id: 'key_x', name: 'K', scopes: ['incidents:write'] } as const;
    expect((await call('POST', path, { userId: third.id, ...span }, { as: key })).status).toBe(403);
    const user = { ...responder(third), role: 'USER' } as const;
    expect((await call('POST', path, { userId: third.id, ...span }, { as: user })).status).toBe(403);
  });

  it('that cannot be are named', async () => {
    const { path, other } = await schedule();
    expect((await call('POST', path, { userId: other.id, start: span.end, end: span.start })).status).toBe(400);
    expect((await call('POST', path, { userId: 'usr_no', ...span })).body).toMatchObject({
      errors: [{ pointer: '/userId' }],
    });
    expect((await call('POST', path, span)).status).toBe(400);
    expect((await call('POST', '/schedules/sch_no/overrides', { userId: other.id, ...span })).status).toBe(404);
  });

  it('beyond what a schedule takes are refused', async () => {
    const person = await aUser(context);
    const overrides = Array.from({ length: 500 }, (_, i) => ({
      userId: person.id,
      start: new Date(THURSDAY + i * 3_600_000).toISOString(),
      end: new Date(THURSDAY + i * 3_600_000 + 60_000).toISOString(),
    }));
    const { id } = await aSchedule(context, [person.id], { layers: [layer([person.id])], overrides });
    const events = Array.from({ length: 500 }, (_, i) => {
      const start = new Date(THURSDAY + (i + 600) * 3_600_000).toISOString().replaceAll(/[-:]|\.\d+/g, '');
      return `BEGIN:VEVENT\nUID:${i}\nDTSTART:${start}\nDURATION:PT1H\nEND:VEVENT`;
    });
    const text = ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\n');
    const headers = { 'content-type': 'text/calendar' };
    const imported = await call('POST', `/schedules/${id}/overrides/import?userId=${person.id}`, text, { headers });
    expect((imported.body.created as unknown[]).length).toBe(500);
    expect((await call('POST', `/schedules/${id}/overrides`, { userId: person.id, ...span })).status).toBe(409);
  });
});
