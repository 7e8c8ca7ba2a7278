import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { switchFaults } from '../../workers/faults';
import { fakeProvider } from '../fakes/http';
import { idle, pass, startClock, stopClock, tolerate } from './support/clock';
import { newWorld, type World } from './support/world';

let world: World;
let webhook: { id: string; secret: string };
beforeAll(async () => {
  startClock();
  world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 300, users: ['bo'] },
  ]);
  webhook = (await world.create('/webhooks', { name: 'Ops', url: 'https://hooks.example.com/in' })) as typeof webhook;
});
afterAll(stopClock);
afterEach(() => {
  switchFaults({ d1: null, queue: 0 });
  vi.restoreAllMocks();
});

type Told = { type: string; data: { seq: number; incident: { id: string; number: number; status: string } } };

/** What has arrived, told apart by webhook-id as a receiver would; whatever is not signed fails the test. */
function arrived(receiver: ReturnType<typeof fakeProvider>): Told[] {
  const key = Buffer.from(webhook.secret.slice('whsec_'.length), 'base64');
  const seen = new Map<string, Told>();
  for (const { headers, body } of receiver.sent()) {
    const id = headers.get('webhook-id') ?? '';
    const mac = createHmac('sha256', key).update(`${id}.${headers.get('webhook-timestamp')}.${body}`);
    expect(headers.get('webhook-signature')).toBe(`v1,${mac.digest('base64')}`);
    seen.set(id, JSON.parse(body) as Told);
  }
  return [...seen.values()].toSorted((a, b) => a.data.seq - b.data.seq);
}

/** Waits until so many have arrived: sends follow the incident by a queue of their own. */
async function arrivedWhen(receiver: ReturnType<typeof fakeProvider>, count: number): Promise<Told[]> {
  await idle();
  await vi.waitFor(() => expect(arrived(receiver).length).toBeGreaterThanOrEqual(count), { timeout: 5000 });
  return arrived(receiver);
}

describe('a webhook', () => {
  it('hears of an incident from open to resolved, with its number', async () => {
    const receiver = fakeProvider(200);
    const { incident } = await world.send('trigger', 'life');
    await arrivedWhen(receiver, 1);
    await pass(300);
    await world.call('POST', `/incidents/${incident?.id}/resolve`);
    const told = await arrivedWhen(receiver, 3);
    expect(told.map(({ type }) => type)).toEqual(['incident.opened', 'incident.escalated', 'incident.resolved']);
    expect(told.map(({ data }) => data.incident.status)).toEqual(['OPEN', 'ESCALATED', 'RESOLVED']);
    for (const { data } of told) expect(data.incident).toMatchObject({ id: incident?.id, number: expect.any(Number) });
    const log = await world.call('GET', `/webhooks/${webhook.id}/deliveries`);
    expect((log.body as { data: { state: string }[] }).data.map(({ state }) => state)).toEqual([
      'SENT',
      'SENT',
      'SENT',
    ]);
  });

  it('hears of it when D1 is back, while the pages went out at once', async () => {
    const receiver = fakeProvider(200);
    const pagedBefore = (await world.outbox()).length;
    switchFaults({ d1: 'fail', queue: 0 });
    tolerate({ projection: true });
    await world.send('trigger', 'away');
    await pass(10);
    expect(receiver.sent()).toEqual([]);
    expect(await world.outbox()).toHaveLength(pagedBefore + 1);
    switchFaults({ d1: null, queue: 0 });
    await pass(60);
    tolerate({});
    const told = await arrivedWhen(receiver, 1);
    expect(told.map(({ type }) => type)).toEqual(['incident.opened']);
  });
});
