import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { idle, pass, startClock, stopClock } from './support/clock';
import { newWorld, request, type World } from './support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
});
afterAll(stopClock);

type Heartbeat = { id: string; key: string; inbox: string };

const add = (more: object) =>
  world.create('/heartbeats', {
    ...{ name: 'Nightly backup', serviceId: world.service.id, ...more },
  }) as unknown as Promise<Heartbeat>;

async function ping(path: string, method = 'GET') {
  const response = await request(`/api/heartbeats/${path}`, { method });
  await idle();
  return response;
}
const heartbeat = async (id: string) => (await world.call('GET', `/heartbeats/${id}`)).body;

/** The incidents of a heartbeat, newest first: status and title. */
async function incidentsOf(name: string) {
  const { data } = (await world.call('GET', '/incidents?limit=100')).body as {
    data: { id: string; title: string; status: string }[];
  };
  return data.filter(({ title }) => title.includes(name));
}

describe('a heartbeat', () => {
  it('that is not pinged in time opens an incident and pages; the late ping resolves it', async () => {
    const { id, key } = await add({ name: 'Backup', periodMinutes: 10, graceSeconds: 120 });
    expect(await heartbeat(id)).toMatchObject({ state: 'new', lastPingAt: null });
    expect((await ping(key)).status).toBe(200);
    await pass(600);
    expect(await heartbeat(id)).toMatchObject({ state: 'late' });
    expect(await incidentsOf('Backup')).toEqual([]);
    await pass(120);
    expect(await heartbeat(id)).toMatchObject({ state: 'down' });
    expect(await incidentsOf('Backup')).toMatchObject([{ status: 'OPEN', title: 'No ping from Backup' }]);
    expect((await world.outbox()).some((line) => line.startsWith('ana'))).toBe(true);
    await pass(3600);
    expect(await incidentsOf('Backup')).toHaveLength(1);
    expect(await (await ping(key, 'POST')).json()).toEqual({ status: 'ok', state: 'up' });
    expect(await incidentsOf('Backup')).toMatchObject([{ status: 'RESOLVED' }]);
    await world.call('DELETE', `/heartbeats/${id}`);
    await pass(3600);
    expect(await incidentsOf('Backup')).toHaveLength(1);
    expect((await ping(key)).status).toBe(401);
  });

  it('that says it failed pages at once, and is well again by its next ping', async () => {
    const { id, key } = await add({ name: 'Import', cron: '0 3 * * *', timezone: 'Europe/Berlin' });
    await ping(`${key}/fail`, 'POST');
    expect(await incidentsOf('Import')).toMatchObject([{ status: 'OPEN', title: 'Import says that it failed' }]);
    await ping(key, 'HEAD');
    expect(await incidentsOf('Import')).toMatchObject([{ status: 'RESOLVED' }]);
    expect(await heartbeat(id)).toMatchObject({ state: 'up', dueAt: '2031-01-07T02:00:00.000Z' });
    await world.call('DELETE', `/heartbeats/${id}`);
  });

  it('that is paused pages nobody, and taken up again counts from then', async () => {
    const { id, key } = await add({ name: 'Sync', periodSeconds: 60, graceSeconds: 0 });
    await ping(key);
    await world.call('PATCH', `/heartbeats/${id}`, { enabled: false });
    await pass(3600);
    expect(await heartbeat(id)).toMatchObject({ state: 'paused' });
    await world.call('PATCH', `/heartbeats/${id}`, { enabled: true });
    await pass(59);
    expect(await incidentsOf('Sync')).toEqual([]);
    await pass(2);
    expect(await incidentsOf('Sync')).toHaveLength(1);
    await world.call('DELETE', `/heartbeats/${id}`);
  });

  it('keeps the address of before for as long as a rotation says', async () => {
    const { id, key } = await add({ name: 'Rotated', periodSeconds: 86_400 });
    const { body } = await world.call('POST', `/heartbeats/${id}/rotate`, { overlapMinutes: 10 });
    expect((await ping(key)).status).toBe(200);
    await pass(601);
    expect((await ping(key)).status).toBe(401);
    expect((await ping(String(body.key))).status).toBe(200);
    expect((await ping(`${key.slice(0, 31)}!`)).status).toBe(401);
    await world.call('DELETE', `/heartbeats/${id}`);
  });

  it('is asked for no incident at all when OpsKnight was down: each gets one more turn of its own', async () => {
    const made = await Promise.all(
      [60, 300, 1500].map((periodSeconds) => add({ name: `Slept ${periodSeconds}`, periodSeconds, graceSeconds: 0 })),
    );
    for (const { key } of made) await ping(key);
    // Nothing runs for three hours, then every alarm goes off at once.
    vi.setSystemTime(Date.now() + 3 * 3600_000);
    for (const { inbox } of made) await env.INBOX.get(env.INBOX.idFromName(inbox)).poke();
    await idle();
    expect(await incidentsOf('Slept')).toEqual([]);
    await ping(made[1]?.key ?? '');
    await pass(61);
    expect((await incidentsOf('Slept')).map(({ title }) => title)).toEqual(['No ping from Slept 60']);
    await pass(1500);
    expect((await incidentsOf('Slept')).map(({ title }) => title)).toContain('No ping from Slept 1500');
  });
});

describe('what is no heartbeat', () => {
  it.each([
    ['without times', {}, 'periodSeconds'],
    ['with a period and cron', { periodSeconds: 60, cron: '@daily' }, 'cron'],
    ['with a cron that never comes', { cron: '0 0 31 2 *' }, 'cron'],
    ['in a zone that there is not', { cron: '@daily', timezone: 'Mars/Base' }, 'timezone'],
    ['of a service that there is not', { periodSeconds: 60, serviceId: 'svc_nothing' }, 'serviceId'],
  ])('is refused: one %s', async (_what, more, path) => {
    const body = { name: 'H', serviceId: world.service.id, ...more };
    const { status, body: answer } = await world.call('POST', '/heartbeats', body);
    expect(status).toBe(400);
    expect((answer.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toContain(`/${path}`);
  });
});
