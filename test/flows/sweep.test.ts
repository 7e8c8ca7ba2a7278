import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sweep } from '../../workers/cron/sweep';
import { systemContext } from '../../workers/system-context';
import { idle, START, startClock, stopClock } from './support/clock';
import { newWorld } from './support/world';

beforeAll(startClock);
afterAll(stopClock);

it('fires the step of an incident whose alarm was lost', async () => {
  const world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 300, users: ['bo'] },
  ]);
  // The first sweep of a process looks ahead; this is about the ones after it.
  await sweep(systemContext(env, () => undefined));
  const { incident } = await world.send('trigger', 'db');
  const id = incident?.id ?? '';
  const stub = env.INCIDENT.get(env.INCIDENT.idFromName(id));
  await runInDurableObject(stub, (_object, state) => state.storage.deleteAlarm());

  vi.setSystemTime(START + 300_000 + 44_000);
  await sweep(systemContext(env, () => undefined));
  await idle();
  expect(await world.outbox()).toEqual(['ana email']);

  vi.setSystemTime(START + 300_000 + 46_000);
  await sweep(systemContext(env, () => undefined));
  await idle();
  expect(await world.outbox()).toEqual(['ana email', 'bo email']);
});
