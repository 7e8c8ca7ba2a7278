import { env } from 'cloudflare:workers';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { sweep } from '../../workers/cron/sweep';
import { switchFaults } from '../../workers/faults';
import { systemContext } from '../../workers/system-context';
import { pass, startClock, stopClock, tolerate } from './support/clock';
import { incidentStub, within } from './support/object';
import { newWorld, request, type World } from './support/world';

const HEARTBEAT_URL = 'https://watch.example.test/ping';
const watched = { ...env, HEARTBEAT_URL };

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 60, users: ['bo'] },
  ]);
});
afterAll(stopClock);
afterEach(() => {
  vi.restoreAllMocks();
  switchFaults({ d1: null, queue: 0 });
  tolerate({});
});

type Ready = { status: string; checks: Record<string, boolean>; health: Record<string, unknown> };
async function ready(): Promise<{ code: number; body: Ready }> {
  const answer = await request('/readyz');
  return { code: answer.status, body: (await answer.json()) as Ready };
}

/** Where sweeps reported to while `work` ran. */
async function beats(work: () => Promise<unknown>): Promise<string[]> {
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('ok'));
  await work();
  const calls = spy.mock.calls.map(([url, init]) => `${init?.method} ${String(url)}`);
  spy.mockRestore();
  return calls;
}

const sweepNow = () => sweep(systemContext(watched, () => undefined));

it('tells the outside after each clean sweep, and keeps silent when something could not be reached', async () => {
  expect(await beats(sweepNow)).toEqual([`POST ${HEARTBEAT_URL}`]);
  const { incident } = await world.send('trigger', 'unreachable');
  const id = incident?.id ?? '';
  await within(incidentStub(id), (_object, { storage }) => storage.deleteAlarm());
  vi.setSystemTime(Date.now() + 600_000);
  const away = {
    ...watched,
    INCIDENT: {
      idFromName: (name: string) => env.INCIDENT.idFromName(name),
      get: () => ({ poke: () => Promise.reject(new Error('overloaded')) }),
    },
  } as unknown as typeof env;
  expect(await beats(() => sweep(systemContext(away, () => undefined)))).toEqual([]);
  expect(await beats(sweepNow)).toEqual([`POST ${HEARTBEAT_URL}`]);
  await world.call('POST', `/incidents/${id}/resolve`);
});

it('is red, and not ready, when the sweep has stopped for three minutes', async () => {
  await sweep(systemContext(env, () => undefined));
  vi.setSystemTime(Date.now() + 170_000);
  expect(await ready()).toMatchObject({
    code: 200,
    body: { checks: { sweep: true }, health: { lastSweepSeconds: 170 } },
  });
  vi.setSystemTime(Date.now() + 11_000);
  expect(await ready()).toMatchObject({
    code: 503,
    body: { status: 'not-ready', checks: { d1: true, sweep: false }, health: { level: 'danger' } },
  });
  await sweep(systemContext(env, () => undefined));
  expect((await ready()).code).toBe(200);
});

it('shows how late alarms were, what queues refused, and how long a page has waited', async () => {
  vi.setSystemTime(Date.now() + 7_200_000);
  await sweep(systemContext(env, () => undefined));
  const { incident } = await world.send('trigger', 'late');
  await pass(60);
  expect((await ready()).body.health).toMatchObject({
    alarmLatenessMs: { p50: 0, p99: 0, count: 1 },
    queueFailures: 0,
  });
  await world.call('POST', `/incidents/${incident?.id}/resolve`);

  switchFaults({ d1: null, queue: 100 });
  tolerate({ messages: 10 });
  const second = await world.send('trigger', 'stuck');
  await pass(20);
  const { health } = (await ready()).body;
  expect(health).toMatchObject({ oldestUnsentPageSeconds: 20 });
  expect(health.queueFailures).toBeGreaterThan(0);
  switchFaults({ d1: null, queue: 0 });
  await pass(30);
  expect((await ready()).body.health).toMatchObject({ oldestUnsentPageSeconds: null });
  await world.call('POST', `/incidents/${second.incident?.id}/resolve`);
});

it('says that the database is away, and nothing about the sweep, while D1 does not answer', async () => {
  switchFaults({ d1: 'fail', queue: 0 });
  expect(await ready()).toMatchObject({ code: 503, body: { checks: { d1: false }, health: null } });
});

it('answers for the database alone, which is what a screen asks before it loads itself again', async () => {
  const asked = async () => {
    const answer = await request('/readyz?only=d1');
    return [answer.status, await answer.json()];
  };
  expect(await asked()).toEqual([200, { status: 'ready', checks: { d1: true } }]);
  switchFaults({ d1: 'fail', queue: 0 });
  expect(await asked()).toEqual([503, { status: 'not-ready', checks: { d1: false } }]);
});
