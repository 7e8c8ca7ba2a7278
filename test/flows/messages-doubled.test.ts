import { env } from 'cloudflare:workers';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Env } from '../../workers/env';
import { switchFaults } from '../../workers/faults';
import { idle, pass, startClock, stopClock, tolerate } from './support/clock';
import { consume, type PageMessage } from './support/queue';
import { newWorld, outboxMessages, type World } from './support/world';

const INCIDENTS = 4;
let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana', 'bo'] }]);
});
afterAll(stopClock);
afterEach(() => {
  switchFaults({ d1: null, queue: 0 });
  tolerate({});
});

/** The messages of incidents that no queue has taken yet, for the test to deliver as it likes. */
async function undelivered(name: string): Promise<PageMessage[]> {
  switchFaults({ d1: null, queue: 100 });
  tolerate({ messages: 1_000 });
  const messages: PageMessage[] = [];
  for (let i = 0; i < INCIDENTS; i += 1) {
    const { incident } = await world.send('trigger', `${name}-${i}`);
    const incidentId = incident?.id ?? '';
    const { data } = (await world.call('GET', `/incidents/${incidentId}/notifications`)).body as {
      data: { id: string }[];
    };
    messages.push(
      ...data.map(
        ({ id }): PageMessage => ({ kind: 'notification', incidentId, notificationId: id, channel: 'email' }),
      ),
    );
  }
  switchFaults({ d1: null, queue: 0 });
  return messages;
}

/** The same numbers at each run (a linear congruence), so that a failure can be seen again. */
function numbers(seed: number): (below: number) => number {
  let at = seed;
  return (below) => {
    at = (at * 1_103_515_245 + 12_345) % 2_147_483_648;
    return at % below;
  };
}

function shuffledCopies(messages: readonly PageMessage[], below: (n: number) => number): PageMessage[] {
  const copies = messages.flatMap((message) => Array.from({ length: 1 + below(5) }, () => message));
  return copies
    .map((message) => ({ message, order: below(1_000_000) }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ message }) => message);
}

async function sentOf(messages: readonly PageMessage[]): Promise<number[]> {
  const outbox = await outboxMessages();
  return messages.map(
    ({ notificationId }) => outbox.filter((message) => message.notificationId === notificationId).length,
  );
}

it('F5: messages delivered one to five times, reordered and at once reach the provider exactly once each', async () => {
  const messages = await undelivered('doubled');
  const copies = shuffledCopies(messages, numbers(7));
  expect(copies.length).toBeGreaterThan(messages.length);
  const batches = Array.from({ length: Math.ceil(copies.length / 5) }, (_, i) => copies.slice(i * 5, i * 5 + 5));
  await Promise.all(batches.map((batch) => consume('opsknight-email', batch)));
  await pass(60);
  await idle();
  expect(await sentOf(messages)).toEqual(messages.map(() => 1));
});

it('F5: a consumer that crashes after it has sent costs one more message at most, and loses none', async () => {
  const messages = await undelivered('crashed');
  // It has sent, and dies before it can tell the incident.
  const dying = new Proxy(env, {
    get(target, name) {
      if (name !== 'INCIDENT') return Reflect.get(target, name);
      const get = (id: DurableObjectId) => {
        const stub = target.INCIDENT.get(id) as unknown as Record<string, (...rest: unknown[]) => unknown>;
        return {
          claim: (id: string) => stub.claim?.(id),
          settle: () => Promise.reject(new Error('the consumer died')),
        };
      };
      return { idFromName: (id: string) => target.INCIDENT.idFromName(id), get };
    },
  }) as unknown as Env;
  const { retryMessages } = await consume('opsknight-email', messages, dying);
  expect(retryMessages).toHaveLength(messages.length);
  expect(await sentOf(messages)).toEqual(messages.map(() => 1));
  await pass(5);
  await consume('opsknight-email', messages);
  await pass(120);
  tolerate({});
  await idle();
  for (const count of await sentOf(messages)) expect([1, 2]).toContain(count);
  for (const { incidentId } of messages) expect(await world.timeline(incidentId)).toContain('notification-sent');
});
