import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { switchFaults } from '../../workers/faults';
import worker from '../../workers/index';
import { idle, pass, startClock, stopClock, tolerate } from './support/clock';
import { newWorld, type World } from './support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
});
afterAll(stopClock);
afterEach(() => switchFaults({ d1: null, queue: 0 }));

async function notificationOf(key: string) {
  const { incident } = await world.send('trigger', key);
  const incidentId = incident?.id ?? '';
  const { data } = (await world.call('GET', `/incidents/${incidentId}/notifications`)).body as {
    data: { id: string }[];
  };
  return { kind: 'notification', incidentId, notificationId: data[0]?.id ?? '', channel: 'email' };
}

async function consume(queue: string, bodies: unknown[]) {
  const messages = bodies.map((body, i) => ({ id: `m${i}`, timestamp: new Date(), attempts: 1, body }));
  const batch = createMessageBatch(queue, messages);
  await worker.queue(batch, env);
  return getQueueResult(batch, createExecutionContext());
}

describe('a message of a queue', () => {
  it('delivered several times sends one e-mail', async () => {
    const message = await notificationOf('twice');
    const before = (await world.outbox()).length;
    const result = await consume('opsknight-email', [message, message, message]);
    expect(result.explicitAcks).toEqual(['m0', 'm1', 'm2']);
    expect(await world.outbox()).toHaveLength(before);
  });

  it('that is none of ours is let go, and does not take the others with it', async () => {
    const message = await notificationOf('strange');
    const result = await consume('opsknight-email', [{ hello: 1 }, message]);
    expect(result.explicitAcks.toSorted()).toEqual(['m0', 'm1']);
  });

  it('of an incident that nobody knows is let go', async () => {
    const stranger = { kind: 'notification', incidentId: 'inc_unknown', notificationId: 'ntf_x', channel: 'email' };
    expect((await consume('opsknight-email', [stranger])).explicitAcks).toEqual(['m0']);
  });
});

it('sends a page directly when its queue takes nothing', async () => {
  const before = (await world.outbox()).length;
  switchFaults({ d1: null, queue: 100 });
  tolerate({ messages: 2 });
  const { incident } = await world.send('trigger', 'no-queue');
  await pass(29);
  expect(await world.outbox()).toHaveLength(before);
  await pass(2);
  switchFaults({ d1: null, queue: 0 });
  await pass(30);
  tolerate({});
  await idle();
  expect(await world.outbox()).toHaveLength(before + 1);
  expect(await world.timeline(incident?.id ?? '')).toContain('notification-sent');
});
