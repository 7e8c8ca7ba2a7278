import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sweep } from '../../workers/cron/sweep';
import { systemContext } from '../../workers/system-context';
import { idle, pass, startClock, stopClock, tolerate } from './support/clock';
import { figures } from './support/figures';
import { incidentStub, within } from './support/object';
import { newWorld, request, type World } from './support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 300, users: ['bo'] },
  ]);
});
afterAll(stopClock);

/** From now on the object can read and delete; it can write again after a delete only where that `makesRoom`. */
const fill = (id: string, makesRoom: boolean): Promise<void> =>
  within(incidentStub(id), (_object, { storage }) => {
    const { sql } = storage;
    let isFull = true;
    const exec = sql.exec.bind(sql);
    vi.spyOn(sql, 'exec').mockImplementation(((query: string, ...rest: unknown[]) => {
      if (/^\s*DELETE/i.test(query) && makesRoom) isFull = false;
      if (isFull && /^\s*(INSERT|UPDATE)/i.test(query)) throw new Error('database or disk is full: SQLITE_FULL');
      return exec(query, ...rest);
    }) as typeof sql.exec);
  });

it.each([
  ['room can be made', true],
  ['nothing helps', false],
])(
  'F16: where the storage of an incident is full and %s, it is read and acknowledged, and an alert is raised',
  async (name, makesRoom) => {
    const before = (await world.outbox()).length;
    const { incident } = await world.send('trigger', name);
    const id = incident?.id ?? '';
    await fill(id, makesRoom);
    tolerate({ messages: 10, projection: true });

    const read = await world.call('GET', `/incidents/${id}`);
    expect(read).toMatchObject({ status: 200, body: { status: 'OPEN' } });
    const acknowledged = await world.call('POST', `/incidents/${id}/acknowledge`);
    expect(acknowledged).toMatchObject({ status: 200, body: { status: 'ACKNOWLEDGED' } });
    // The acknowledgement holds: the second step does not fire.
    vi.setSystemTime(Date.now() + 600_000);
    await (incidentStub(id) as unknown as { poke: () => Promise<void> }).poke();
    await idle();
    const pages = (await world.outbox()).length - before;
    expect(pages).toBe(1);

    const marks = async () =>
      (await env.DB.prepare(`SELECT key FROM health_marks WHERE at = ?`).bind(Date.now()).all()).results;
    await sweep(systemContext(env, () => undefined));
    const ready = (await (await request('/readyz')).json()) as { health: { level: string; storageFull: number } };
    figures('F16', {
      storage: name,
      acknowledged: acknowledged.status,
      pages,
      'full, as /readyz says': ready.health.storageFull,
    });
    expect(ready.health).toMatchObject({ level: 'danger' });
    expect(await marks()).toEqual([{ key: 'sweep' }]);
    vi.restoreAllMocks();
    tolerate({});
    vi.setSystemTime(Date.now() + 7_200_000);
    await pass(1);
  },
);
