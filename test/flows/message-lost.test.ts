import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHANNELS, QUEUE_OF } from '../../domain/notification/channels';
import { bindingOf } from '../../workers/queues/messages';
import { pass, startClock, stopClock, tolerate } from './support/clock';
import { newWorld, type World } from './support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 60, users: ['bo'] },
  ]);
});
afterAll(stopClock);

/** From now on the incident's queues take every message and lose it. */
async function loseMessages(incidentId: string): Promise<void> {
  const stub = env.INCIDENT.get(env.INCIDENT.idFromName(incidentId)) as unknown as DurableObjectStub;
  await runInDurableObject(stub, (object) => {
    const lost = { send: async () => undefined };
    const queues = Object.fromEntries(CHANNELS.map((channel) => [bindingOf(QUEUE_OF[channel]), lost]));
    const holder = object as unknown as { env: object };
    holder.env = { ...holder.env, ...queues };
  });
}

it('F6: a message that is silently gone is sent again within 35 seconds', async () => {
  const { incident } = await world.send('trigger', 'lost');
  await loseMessages(incident?.id ?? '');
  tolerate({ messages: 1 });
  const before = await world.outbox();
  expect(before).toEqual(['ana email']);
  await pass(60);
  expect(await world.outbox()).toEqual(before);
  await pass(35);
  expect(await world.outbox()).toEqual([...before, 'bo email']);
});
