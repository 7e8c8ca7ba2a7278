import { env } from 'cloudflare:workers';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { switchFaults } from '../../workers/faults';
import { pass, startClock, stopClock, tolerate } from './support/clock';
import { figures } from './support/figures';
import { newWorld, type World } from './support/world';

// A database that answers after five seconds is waited for in real time.
vi.setConfig({ testTimeout: 90_000 });

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 60, users: ['bo'] },
  ]);
});
afterAll(stopClock);
afterEach(() => {
  switchFaults({ d1: null, queue: 0 });
  tolerate({});
});

const count = async (query: string, ...values: string[]): Promise<number> =>
  (
    await env.DB.prepare(`SELECT count(*) AS n FROM ${query}`)
      .bind(...values)
      .first<{ n: number }>()
  )?.n ?? Number.NaN;

it('F3: while D1 commits and then fails, nothing is written twice', async () => {
  switchFaults({ d1: 'commit-then-fail', queue: 0 });
  tolerate({ projection: true });
  const { status, incident } = await world.send('trigger', 'committed');
  expect(status).toBe(202);
  const id = incident?.id ?? '';
  await pass(60);
  await world.send('trigger', 'committed');
  switchFaults({ d1: null, queue: 0 });
  await pass(60);
  tolerate({});
  await pass(1);
  const timeline = await world.timeline(id);
  const rows = {
    incidents: await count('incidents WHERE id = ?', id),
    numbers: await count('incidents WHERE number = (SELECT number FROM incidents WHERE id = ?)', id),
    'timeline rows': await count('timeline_events WHERE incident_id = ?', id),
    notifications: await count('notifications WHERE incident_id = ?', id),
  };
  figures('F3', { d1: 'commits and fails', ...rows, 'timeline of the object': timeline.length });
  expect(rows).toMatchObject({ incidents: 1, numbers: 1, notifications: 2, 'timeline rows': timeline.length });
  expect(await world.outbox()).toEqual(['ana email', 'bo email']);
});

it('F3: while D1 answers after five seconds, alerts are accepted and steps fire without waiting for it', async () => {
  const before = (await world.outbox()).length;
  switchFaults({ d1: 'slow', queue: 0 });
  tolerate({ projection: true });
  const began = Date.now();
  const { status, incident } = await world.send('trigger', 'slow');
  expect(status).toBe(202);
  await pass(60);
  const pages = (await world.outbox()).slice(before);
  expect(pages).toEqual(['ana email', 'bo email']);
  switchFaults({ d1: null, queue: 0 });
  await pass(60);
  tolerate({});
  await pass(1);
  const rows = await count('incidents WHERE id = ?', incident?.id ?? '');
  figures('F3', {
    d1: 'after 5 s',
    pages: pages.length,
    'moved clock s': (Date.now() - began) / 1000,
    incidents: rows,
  });
  expect(rows).toBe(1);
});
