import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { idle, startClock, stopClock } from './support/clock';
import { newWorld, request } from './support/world';

beforeAll(startClock);
afterAll(stopClock);

const KEYS = 8;
const ROUNDS = 6;
const AT_ONCE = 64;

it('folds a storm: one incident and one page for each key, few rows, and no event uncounted', async () => {
  const world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  const send = async (n: number): Promise<number> => {
    const payload = { summary: `key ${n % KEYS}`, severity: 'critical' };
    const body = JSON.stringify({ event_action: 'trigger', dedup_key: `key-${n % KEYS}`, payload });
    const headers = { 'content-type': 'application/json' };
    return (await request(`/api/integrations/events/${world.events.key}`, { method: 'POST', headers, body })).status;
  };
  for (let n = 0; n < KEYS; n += 1) expect(await send(n)).toBe(202);
  await idle();

  for (let round = 0; round < ROUNDS; round += 1) {
    const statuses = await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => send(n)));
    expect(new Set(statuses)).toEqual(new Set([202]));
  }

  const inbox = env.INBOX.get(env.INBOX.idFromName(world.events.key.slice(0, 10))) as unknown as DurableObjectStub;
  const { batches, journal } = await runInDurableObject(inbox, (_object, { storage: { sql } }) => {
    const last = (table: string) =>
      sql.exec<{ seq: number }>('SELECT seq FROM sqlite_sequence WHERE name = ?', table).toArray()[0]?.seq ?? 0;
    return { batches: last('repeats'), journal: last('journal') };
  });
  // Every event is durable before its answer, by one row for a batch of them.
  expect(batches).toBeGreaterThan(0);
  expect(batches).toBeLessThan((ROUNDS * AT_ONCE) / 20);
  expect(journal).toBe(KEYS);

  const port = inbox as unknown as { poke: () => Promise<void> };
  await port.poke();
  await idle();
  const { data } = (await world.call('GET', '/incidents')).body as { data: { alertCount: number }[] };
  expect(data).toHaveLength(KEYS);
  expect(data.map(({ alertCount }) => alertCount)).toEqual(Array(KEYS).fill(1 + (ROUNDS * AT_ONCE) / KEYS));
  expect(await world.outbox()).toEqual(Array(KEYS).fill('ana email'));
});
