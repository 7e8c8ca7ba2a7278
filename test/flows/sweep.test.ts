import { env } from 'cloudflare:workers';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { sweep } from '../../workers/cron/sweep';
import { systemContext } from '../../workers/system-context';
import { idle, START, startClock, stopClock } from './support/clock';
import { figures } from './support/figures';
import { incidentStub, within } from './support/object';
import { newWorld, outboxMessages, type World } from './support/world';

const STEP_MS = 300_000;
let world: World;
let due = 0;

beforeAll(async () => {
  startClock();
  world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: STEP_MS / 1000, users: ['bo'] },
  ]);
  // The first sweep of a process looks ahead; this is about the ones after it.
  await sweep(systemContext(env, () => undefined));
  due = START + STEP_MS;
});
afterAll(stopClock);
afterEach(() => {
  vi.setSystemTime(Date.now() + 3_600_000);
  due = Date.now() + STEP_MS;
});

const pagesTo = async (name: string) =>
  (await outboxMessages()).filter(({ recipientName }) => recipientName === name).map(({ at }) => at);

it('fires the step of an incident whose alarm was lost, when it is overdue by 45 seconds', async () => {
  const { incident } = await world.send('trigger', 'db');
  await within(incidentStub(incident?.id ?? ''), (_object, { storage }) => storage.deleteAlarm());
  vi.setSystemTime(due + 44_000);
  await sweep(systemContext(env, () => undefined));
  await idle();
  expect(await pagesTo('bo')).toEqual([]);
  vi.setSystemTime(due + 46_000);
  await sweep(systemContext(env, () => undefined));
  await idle();
  expect(await pagesTo('bo')).toEqual([due + 46_000]);
});

it.each([
  ['deleted', (storage: DurableObjectStorage) => storage.deleteAlarm()],
  ['stale and past', (storage: DurableObjectStorage) => storage.setAlarm(Date.now() - 600_000)],
] as const)(
  'F9: an alarm that is %s is made up for by a sweep each minute within 150 seconds',
  async (fault, plant) => {
    const before = (await pagesTo('bo')).length;
    const { incident } = await world.send('trigger', `alarm ${fault}`);
    await within(incidentStub(incident?.id ?? ''), (_object, { storage }) => plant(storage));
    // The worst moment: a sweep comes a second before the step counts as overdue.
    for (let at = due + 44_000; (await pagesTo('bo')).length === before && at < due + 600_000; at += 60_000) {
      vi.setSystemTime(at);
      await sweep(systemContext(env, () => undefined));
      await idle();
    }
    const late = ((await pagesTo('bo')).at(-1) ?? Number.NaN) - due;
    figures('F9', { alarm: fault, 'fired after s': late / 1000 });
    expect(late).toBeLessThanOrEqual(150_000);
  },
);
