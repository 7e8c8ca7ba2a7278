import { runInDurableObject } from 'cloudflare:test';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { SECOND } from '../../domain/shared/time';
import { switchFaults } from '../../workers/faults';
import { livingObjects } from '../living-objects';
import { idle, pass, startClock, stopClock, tolerate } from './support/clock';
import { figures } from './support/figures';
import { newWorld, outboxMessages, type World } from './support/world';

const INCIDENTS = 4;
// Two minutes of alarms, each at its own time: more than a busy machine gets done in the usual time.
vi.setConfig({ testTimeout: 90_000 });
let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
});
afterAll(stopClock);
afterEach(() => {
  switchFaults({ d1: null, queue: 0 });
  tolerate({});
});

/** Messages that no queue has taken yet. */
async function waiting(): Promise<number> {
  let count = 0;
  for (const stub of livingObjects('INCIDENT')) {
    count += await runInDurableObject(
      stub,
      (_object, { storage: { sql } }) =>
        sql.exec<{ n: number }>(`SELECT count(*) AS n FROM effects WHERE effect ->> 'kind' = 'enqueue'`).one().n,
    );
  }
  return count;
}

async function openSome(name: string, everySeconds: number): Promise<number> {
  const before = (await outboxMessages()).length;
  for (let n = 0; n < INCIDENTS; n += 1) {
    await world.send('trigger', `${name}-${n}`);
    if (everySeconds > 0) await pass(everySeconds);
  }
  return before;
}

it('F4: while every third send to a queue fails, each message is on its queue within 10 seconds and each page goes out once', async () => {
  switchFaults({ d1: null, queue: 34 });
  // A message of each that waits, and more of them due at one instant than have had their turn.
  tolerate({ messages: 10 * INCIDENTS });
  const before = await openSome('third', 0);
  await pass(10);
  tolerate({});
  await idle();
  const pages = (await outboxMessages()).length - before;
  figures('F4', { 'failing %': 34, incidents: INCIDENTS, pages, 'waiting after 10 s': await waiting() });
  expect(await waiting()).toBe(0);
  expect(pages).toBe(INCIDENTS);
});

it('F4: while no queue takes anything for two minutes, pages go out directly after 30 seconds, and the rest within 10 seconds of the end', async () => {
  const began = Date.now();
  switchFaults({ d1: null, queue: 100 });
  tolerate({ messages: 10 * INCIDENTS });
  // One each thirty seconds: at the end some are too young to have been sent directly.
  const before = await openSome('none', 30);
  expect(Date.now() - began).toBe(120 * SECOND);
  const direct = (await outboxMessages()).slice(before);
  const held = direct.map(({ at, text }) => {
    const n = Number(/none-(\d+)/.exec(text)?.[1]);
    return at - (began + n * 30 * SECOND);
  });
  switchFaults({ d1: null, queue: 0 });
  await pass(10);
  tolerate({});
  const pages = (await outboxMessages()).length - before;
  figures('F4', {
    'failing %': 100,
    incidents: INCIDENTS,
    'sent directly': direct.length,
    'at most after ms': Math.max(...held),
    pages,
    'waiting 10 s after the end': await waiting(),
  });
  expect(Math.max(...held)).toBeLessThanOrEqual(31 * SECOND);
  expect(await waiting()).toBe(0);
  expect(pages).toBe(INCIDENTS);
});
