import { runInDurableObject } from 'cloudflare:test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { livingObjects } from '../living-objects';
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
  const stubs = await livingObjects('PERSON');
  return Promise.all(stubs.map((stub) => runInDurableObject(stub, (_object, { storage }) => storage.getAlarm())));
}

it('who was paged once is watched until the page no longer counts, and then left alone', async () => {
  const { incident } = await world.send('trigger', 'db');
  await world.call('POST', `/incidents/${incident?.id}/resolve`);
  expect((await wakes()).filter((at) => at !== null)).not.toEqual([]);
  await pass(3600);
  expect((await wakes()).filter((at) => at !== null)).toEqual([]);
});
