import { afterEach, describe, expect, it } from 'vitest';
import { adminContext, aSchedule, aUser, layer, settle } from '../config/support';
import { call, responder, THURSDAY } from './support';

const context = adminContext({ now: THURSDAY });
afterEach(settle);

async function three() {
  const people = [await aUser(context), await aUser(context), await aUser(context)];
  const ids = people.map(({ id }) => id);
  const { id } = await aSchedule(context, ids);
  const current = async (at = '') => {
    const { body } = await call('GET', `/oncall?schedule=${id}${at && `&at=${at}`}`);
    return (body.users as { id: string }[]).map((user) => user.id);
  };
  return { id, ids, current };
}

describe('saving a schedule', () => {
  it('keeps whoever is on call, unless told otherwise', async () => {
    const { id, ids, current } = await three();
    const before = await current();
    const [first = '', ...rest] = ids;
    const layers = [layer([...rest, first])];
    expect((await call('PATCH', `/schedules/${id}`, { layers })).body).toMatchObject({ layers: [layer(ids)] });
    expect(await current()).toEqual(before);
    const told = await call('PATCH', `/schedules/${id}`, { layers, keepCurrent: false });
    expect(told.body).toMatchObject({ layers });
    expect(told.body).not.toHaveProperty('keepCurrent');
    expect(await current()).not.toEqual(before);
  });

  it('can count from a date', async () => {
    const { id, ids, current } = await three();
    const [now, then] = [await current(), await current('2026-12-07T09:00:00Z')];
    const layers = [layer([...ids].reverse())];
    const { status, body } = await call('PATCH', `/schedules/${id}`, { layers, effectiveFrom: '2026-12-07T09:00:00Z' });
    expect(status).toBe(200);
    expect(body.layers).toMatchObject([
      { start: '2026-12-07T09:00:00.000Z', end: null },
      { end: '2026-12-07T09:00:00.000Z' },
    ]);
    expect([await current(), await current('2026-12-07T09:00:00Z')]).toEqual([now, then]);
    const past = await call('PATCH', `/schedules/${id}`, { layers, effectiveFrom: '2026-11-01T00:00:00Z' });
    expect(past).toMatchObject({ status: 400, body: { errors: [{ pointer: '/effectiveFrom' }] } });
  });

  it('can be tried: who would gain and lose what, and nothing is stored', async () => {
    const { id, ids } = await three();
    const { body: before } = await call('GET', `/schedules/${id}`);
    const [a = '', b = '', c = ''] = ids;
    const input = { name: 'New', layers: [layer([a, b])] };
    const { status, body } = await call('PATCH', `/schedules/${id}?dryRun=true`, input);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      from: '2026-11-26T12:00:00.000Z',
      to: '2026-12-26T12:00:00.000Z',
      schedule: { id, name: 'New' },
    });
    const changes = body.changes as { user: { id: string }; gains: object[]; loses: object[] }[];
    const lost = changes.find(({ user }) => user.id === c);
    expect(lost?.gains).toEqual([]);
    expect(lost?.loses).not.toEqual([]);
    expect((await call('GET', `/schedules/${id}`)).body).toEqual(before);
    const same = await call('PATCH', `/schedules/${id}?dryRun=true`, { layers: [layer(ids)] });
    expect(same.body.changes).toEqual([]);
    expect((await call('PATCH', `/schedules/${id}?dryRun=perhaps`, input)).status).toBe(400);
  });

  it('is for whoever may change schedules, tried or not', async () => {
    const { id } = await three();
    const as = responder({ id: 'usr_x', name: 'X' });
    for (const query of ['', '?dryRun=true']) {
      expect((await call('PATCH', `/schedules/${id}${query}`, { name: 'N' }, { as })).status).toBe(403);
    }
  });
});
