import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idle, pass, startClock, stopClock } from './support/clock';
import { newWorld, type World } from './support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 300, users: ['bo'] },
  ]);
});
afterAll(stopClock);

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

async function plan(from: number, to: number, more: object = {}) {
  const window = await world.create('/maintenance-windows', {
    ...{ name: 'Upgrade', serviceIds: [world.service.id], startAt: inMinutes(from), endAt: inMinutes(to) },
    ...more,
  });
  await idle();
  return window;
}

/** Whom an incident has paged. */
async function paged(id: string): Promise<string[]> {
  const { data } = (await world.call('GET', `/incidents/${id}/notifications`)).body as { data: { userId: string }[] };
  return data.map(({ userId }) => Object.keys(world.people).find((name) => world.people[name] === userId) ?? userId);
}

async function opened(key: string, more: object = {}): Promise<string> {
  const { incident } = await world.send('trigger', key, { ...more });
  if (!incident) throw new Error(`${key} opened nothing`);
  return incident.id;
}

describe('a maintenance window of a service', () => {
  it('holds the pages of an alert, and what still burns at its end pages without the cron', async () => {
    const window = await plan(-1, 60);
    const burning = await opened('burning');
    const over = await opened('over');
    expect(await world.incident(burning)).toMatchObject({
      status: 'SUPPRESSED',
      maintenance: { windowId: window.id, name: 'Upgrade', held: true },
    });
    await pass(600);
    await world.send('resolve', 'over');
    await pass(49 * 60);
    expect(await paged(burning)).toEqual([]);
    await pass(60);
    expect(await world.incident(burning)).toMatchObject({ status: 'OPEN', maintenance: null });
    expect(await paged(burning)).toEqual(['ana']);
    expect(await world.timeline(burning)).toEqual(expect.arrayContaining(['suppressed', 'unsuppressed', 'step-fired']));
    await pass(300);
    expect(await paged(burning)).toEqual(['ana', 'bo']);
    expect(await world.incident(over)).toMatchObject({ status: 'RESOLVED' });
    expect(await paged(over)).toEqual([]);
    await world.send('resolve', 'burning');
  });

  it('added while an incident is open holds its further pages; ended by hand, they go out', async () => {
    const id = await opened('later');
    expect(await paged(id)).toEqual(['ana']);
    const window = await plan(0, 120);
    expect(await world.incident(id)).toMatchObject({ status: 'SUPPRESSED' });
    await pass(900);
    expect(await paged(id)).toEqual(['ana']);
    expect((await world.call('POST', `/maintenance-windows/${window.id}/end`)).status).toBe(200);
    await idle();
    expect(await world.incident(id)).toMatchObject({ status: 'OPEN' });
    expect(await paged(id)).toEqual(['ana', 'ana']);
    expect((await world.call('POST', `/maintenance-windows/${window.id}/end`)).status).toBe(409);
    await world.send('resolve', 'later');
  });

  it('deleted pages what it held', async () => {
    const window = await plan(0, 120);
    const id = await opened('deleted');
    expect(await paged(id)).toEqual([]);
    await world.call('DELETE', `/maintenance-windows/${window.id}`);
    await idle();
    expect(await paged(id)).toEqual(['ana']);
    await world.send('resolve', 'deleted');
  });

  it('that names labels leaves other alerts alone', async () => {
    const window = await plan(0, 60, { serviceIds: [], labels: { env: 'staging' } });
    const staging = await opened('staging', { custom_details: { env: 'staging' } });
    const live = await opened('live', { custom_details: { env: 'live' } });
    expect((await world.incident(staging)).status).toBe('SUPPRESSED');
    expect(await paged(live)).toEqual(['ana']);
    await world.call('DELETE', `/maintenance-windows/${window.id}`);
    await world.send('resolve', 'staging');
    await world.send('resolve', 'live');
  });
});

describe('what is no maintenance window', () => {
  const given = { name: 'W', startAt: '2031-01-06T04:00:00Z', endAt: '2031-01-06T05:00:00Z' };

  it.each([
    ['without service and label', given, 'serviceIds'],
    ['that ends before it begins', { ...given, labels: { a: 'b' }, endAt: given.startAt }, 'endAt'],
    [
      'that repeats and lasts days',
      { ...given, labels: { a: 'b' }, endAt: '2031-01-09T00:00:00Z', repeat: { days: ['monday'] } },
      'endAt',
    ],
    ['in a zone that there is not', { ...given, labels: { a: 'b' }, timezone: 'Mars/Base' }, 'timezone'],
    ['of a service that there is not', { ...given, serviceIds: ['svc_nothing'] }, 'serviceIds/0'],
  ])('is refused: one %s', async (_what, body, path) => {
    const { status, body: answer } = await world.call('POST', '/maintenance-windows', body);
    expect(status).toBe(400);
    expect((answer.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toContain(`/${path}`);
  });
});
