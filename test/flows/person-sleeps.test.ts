import { listDurableObjectIds, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pass, startClock, stopClock } from './support/clock';
import { newWorld, told, type World } from './support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  const sms = { userId: world.people.ana, kind: 'sms', value: '+4930123456', verified: true };
  await world.create('/contact-methods', sms);
  await told();
});
afterAll(stopClock);

/** When the objects of people wake next. */
async function wakes(): Promise<(number | null)[]> {
  const people = env.PERSON as unknown as DurableObjectNamespace;
  const stubs = (await listDurableObjectIds(people)).map((id) => people.get(id));
  return Promise.all(stubs.map((stub) => runInDurableObject(stub, (_object, { storage }) => storage.getAlarm())));
}

it('who was paged once is watched until the page no longer counts, and then left alone', async () => {
  const { incident } = await world.send('trigger', 'db');
  await world.call('POST', `/incidents/${incident?.id}/resolve`);
  expect((await wakes()).filter((at) => at !== null)).not.toEqual([]);
  await pass(3600);
  expect((await wakes()).filter((at) => at !== null)).toEqual([]);
});
