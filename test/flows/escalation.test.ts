import { afterAll, beforeAll, expect, it } from 'vitest';
import { pass, startClock, stopClock } from './support/clock';
import { newWorld } from './support/world';

beforeAll(startClock);
afterAll(stopClock);

it('pages the second step after its delay, and nobody after an acknowledgement', async () => {
  const world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 300, users: ['bo'] },
    { delaySeconds: 300, users: ['cy'] },
  ]);
  const { status, incident } = await world.send('trigger', 'db');
  expect(status).toBe(202);
  const id = incident?.id ?? '';
  expect(await world.outbox()).toEqual(['ana email']);

  await pass(299);
  expect(await world.outbox()).toEqual(['ana email']);
  await pass(1);
  expect(await world.outbox()).toEqual(['ana email', 'bo email']);
  expect((await world.incident(id)).status).toBe('ESCALATED');

  const acknowledged = await world.call('POST', `/incidents/${id}/acknowledge`);
  expect(acknowledged).toMatchObject({ status: 200, body: { status: 'ACKNOWLEDGED', changed: true } });
  await pass(600);
  expect(await world.outbox()).toEqual(['ana email', 'bo email']);

  await world.send('resolve', 'db');
  expect((await world.incident(id)).status).toBe('RESOLVED');
  expect(await world.outbox()).toEqual(['ana email', 'bo email', 'ana email resolved', 'bo email resolved']);
  expect(await world.timeline(id)).toEqual([
    'opened',
    'step-fired',
    'notification-sent',
    'step-fired',
    'notification-sent',
    'acknowledged',
    'alert-resolved',
    'resolved',
    'notification-sent',
    'notification-sent',
  ]);

  const list = await world.call('GET', '/incidents?status=RESOLVED');
  expect(list.body).toMatchObject({ data: [{ id, number: 1001, status: 'RESOLVED' }], nextCursor: null });
});
