import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pass, startClock, stopClock } from './support/clock';
import { figures } from './support/figures';
import { newWorld, outboxMessages } from './support/world';

beforeAll(startClock);
afterAll(stopClock);

const THROWS = 20;

it('F8: an alarm whose work throws 20 times still fires, on a back-off of our own', async () => {
  const world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 60, users: ['bo'] },
  ]);
  const began = Date.now();
  const { incident } = await world.send('trigger', 'db');
  const stub = env.INCIDENT.get(env.INCIDENT.idFromName(incident?.id ?? '')) as unknown as DurableObjectStub;
  let thrown = 0;
  await runInDurableObject(stub, (object) => {
    const holder = object as unknown as { step: (event: { kind: string }, by?: unknown) => unknown };
    const step = holder.step.bind(object);
    holder.step = (event, by) => {
      if (event.kind !== 'timers' || thrown === THROWS) return step(event, by);
      thrown += 1;
      throw new Error('injected fault of an alarm');
    };
  });
  await pass(60 + THROWS * 5);
  const page = (await outboxMessages()).find(({ recipientName }) => recipientName === 'bo');
  figures('F8', { throws: thrown, 'seconds late': ((page?.at ?? Number.NaN) - began) / 1000 - 60 });
  expect(thrown).toBe(THROWS);
  expect(page?.at).toBe(began + (60 + THROWS * 5) * 1000);
});
