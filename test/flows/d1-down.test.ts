import { env } from 'cloudflare:workers';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { switchFaults } from '../../workers/faults';
import { pass, startClock, stopClock, tolerate } from './support/clock';
import { newWorld } from './support/world';

beforeAll(startClock);
afterAll(stopClock);
afterEach(() => switchFaults({ d1: null, queue: 0 }));

it('accepts, pages, escalates and acknowledges while every call of D1 fails, and catches up afterwards', async () => {
  const world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 60, users: ['bo'] },
    { delaySeconds: 60, users: ['cy'] },
  ]);
  switchFaults({ d1: 'fail', queue: 0 });
  tolerate({ projection: true });

  const { status, incident } = await world.send('trigger', 'db');
  expect(status).toBe(202);
  const id = incident?.id ?? '';
  await pass(60);
  expect(await world.outbox()).toEqual(['ana email', 'bo email']);

  const acknowledged = await world.call('POST', `/incidents/${id}/acknowledge`);
  expect(acknowledged).toMatchObject({ status: 200, body: { status: 'ACKNOWLEDGED' } });
  await pass(120);
  expect(await world.outbox()).toEqual(['ana email', 'bo email']);
  expect((await world.incident(id)).number).toBeNull();

  switchFaults({ d1: null, queue: 0 });
  await pass(60);
  const row = await env.DB.prepare('SELECT status, number FROM incidents WHERE id = ?').bind(id).first();
  expect(row).toEqual({ status: 'ACKNOWLEDGED', number: 1001 });
  const { n } = (await env.DB.prepare('SELECT count(*) AS n FROM timeline_events WHERE incident_id = ?')
    .bind(id)
    .first<{ n: number }>()) ?? { n: 0 };
  expect(n).toBe((await world.timeline(id)).length);
});
