import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { incidentPort } from '../../workers/durable/stubs';
import type { Env } from '../../workers/env';
import { switchFaults } from '../../workers/faults';
import { pass, startClock, stopClock, tolerate } from './support/clock';
import { newWorld, told, type World } from './support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  const userId = world.people.ana;
  const { data } = (await world.call('GET', `/contact-methods?userId=${userId}`)).body as { data: { id: string }[] };
  const sms = await world.create('/contact-methods', { userId, kind: 'sms', value: '+4930123456', verified: true });
  const rule = (contactMethodId: string, delayMinutes: number) =>
    world.create('/notification-rules', { userId, urgency: 'HIGH', contactMethodId, delayMinutes });
  await rule(data[0]?.id ?? '', 0);
  await rule(sms.id, 60);
  await told();
});
afterAll(() => {
  switchFaults({ d1: null, queue: 0 });
  tolerate({});
  stopClock();
});

const port = (id: string) => incidentPort(env as unknown as Env, id);
const pagesOf = async (id: string) =>
  (await world.call('GET', `/incidents/${id}/notifications`)).body.data as {
    id: string;
    channel: string;
    state: string;
  }[];

it('F7: while a provider keeps a page for more than 30 seconds the next method goes out, and its late answer still counts', async () => {
  switchFaults({ d1: null, queue: 100 });
  tolerate({ messages: 1_000 });
  const { id } = await world.create('/incidents', { title: 'slow', serviceId: world.service.id, urgency: 'HIGH' });
  const [page] = await pagesOf(id);
  const notificationId = page?.id ?? '';
  // A sender has the page and waits for its provider.
  expect(await port(id).claim(notificationId)).toMatchObject({ kind: 'send', attempt: 1 });
  switchFaults({ d1: null, queue: 0 });
  await pass(29);
  expect((await pagesOf(id)).map(({ channel }) => channel)).toEqual(['email']);
  tolerate({ messages: 1 });
  await pass(2);
  expect((await pagesOf(id)).map(({ channel, state }) => `${channel} ${state}`)).toEqual(['email SENDING', 'sms SENT']);
  expect(await world.outbox()).toEqual(['ana sms']);

  const late = { outcome: 'sent' as const, provider: 'resend', providerId: 'r1', error: null };
  await port(id).settle(notificationId, 1, late);
  tolerate({});
  await pass(120);
  expect(await world.outbox()).toEqual(['ana sms']);
  expect((await pagesOf(id)).map(({ channel, state }) => `${channel} ${state}`)).toEqual(['email SENT', 'sms SENT']);
});
