import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { splitIntegrationKey } from '../../domain/integration/key';
import type { InboxPort } from '../../workers/durable/ports';
import { idle, startClock, stopClock } from './support/clock';
import { figures } from './support/figures';
import { newWorld, request } from './support/world';

beforeAll(startClock);
afterAll(stopClock);

/** RELIABILITY asks for 50,000 events on 64 keys: that many where tests are run long. */
const EVENTS = Number(process.env.STORM_CASES || 384);
const IS_LONG = EVENTS >= 4_096;
const KEYS = IS_LONG ? 64 : 8;
const AT_ONCE = IS_LONG ? 256 : 64;
const FLOOD = Math.floor(EVENTS / 2 / AT_ONCE) * AT_ONCE;
const ROUNDS = Math.floor((EVENTS - FLOOD) / AT_ONCE);

type Counted = { rows: number; batches: number; folds: number };

/** Counts every row that the inbox writes from now on, deleted ones and those of indexes too, and what they were for. */
async function countRows(inbox: DurableObjectStub): Promise<() => Counted> {
  const cursors: { rowsWritten: number }[] = [];
  const counted = { batches: 0, folds: 0 };
  await runInDurableObject(inbox, (_object, { storage: { sql } }) => {
    const exec = sql.exec.bind(sql);
    Object.defineProperty(sql, 'exec', {
      value: (statement: string, ...rest: unknown[]) => {
        const cursor = exec(statement, ...rest);
        cursors.push(cursor);
        if (/^(INSERT INTO|UPDATE) repeats/.test(statement)) counted.batches += 1;
        if (/^DELETE FROM repeats/.test(statement)) counted.folds += 1;
        return cursor;
      },
    });
  });
  // A cursor knows what it wrote once it has been read.
  return () => ({ ...counted, rows: cursors.reduce((sum, { rowsWritten }) => sum + rowsWritten, 0) });
}

const bodyOf = (n: number): string => {
  const payload = { summary: `key ${n % KEYS}`, severity: 'critical' };
  return JSON.stringify({ event_action: 'trigger', dedup_key: `key-${n % KEYS}`, payload });
};
const headers = { 'content-type': 'application/json' };

/** So many events that are all there at once, however slow the machine is: the object takes them in one turn. */
async function flood(inbox: DurableObjectStub, key: string, count: number): Promise<void> {
  const parts = splitIntegrationKey(key);
  if (!parts) throw new Error('no key');
  const rest = { ...parts, type: 'events', method: 'POST', headers, query: {}, rest: [] };
  const calls = Array.from({ length: count }, (_, n) => ({
    ...rest,
    body: new TextEncoder().encode(bodyOf(n)).buffer as ArrayBuffer,
  }));
  await runInDurableObject(inbox, async (object) => {
    const answers = await Promise.all(calls.map((call) => (object as unknown as InboxPort).accept(call)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
  });
}

it('F18: folds a storm: one incident and one page for each key, few rows, and no event uncounted', async () => {
  const world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  const send = async (n: number): Promise<number> =>
    (await request(`/api/integrations/events/${world.events.key}`, { method: 'POST', headers, body: bodyOf(n) }))
      .status;
  for (let n = 0; n < KEYS; n += 1) expect(await send(n)).toBe(202);
  await idle();

  const inbox = env.INBOX.get(env.INBOX.idFromName(world.events.key.slice(0, 10))) as unknown as DurableObjectStub;
  const rowsWritten = await countRows(inbox);
  await flood(inbox, world.events.key, FLOOD);
  const { batches: ofFlood } = rowsWritten();
  for (let round = 0; round < ROUNDS; round += 1) {
    const statuses = await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => send(n)));
    expect(new Set(statuses)).toEqual(new Set([202]));
  }

  const journal = await runInDurableObject(
    inbox,
    (_object, { storage: { sql } }) => sql.exec<{ n: number }>('SELECT count(*) AS n FROM journal').one().n,
  );
  expect(journal).toBe(KEYS);
  const port = inbox as unknown as { poke: () => Promise<void> };
  await port.poke();
  await idle();
  const events = FLOOD + ROUNDS * AT_ONCE;
  const { rows, batches, folds } = rowsWritten();
  const share = (part: number, whole: number) => ((part / whole) * 100).toFixed(1);
  figures('F18', {
    ...{ events, keys: KEYS, batches, 'handed on, times': folds, 'rows in all': rows },
    'rows in all, %': share(rows, events),
    'rows for each further event, %': share(ofFlood, FLOOD),
  });
  // Every event is durable before its answer, and costs its share of the one row that a batch writes.
  expect(ofFlood).toBeGreaterThan(0);
  expect(ofFlood).toBeLessThanOrEqual(FLOOD * 0.05);
  // How full a batch gets through the door hangs on the machine.
  expect(batches - ofFlood).toBeGreaterThan(0);
  expect(batches - ofFlood).toBeLessThan((events - FLOOD) / 8);
  // Handing on goes by the clock and costs the same for one event as for thousands: for each key its place in the outbox,
  // in and out, and its count; and for all of them the batches taken out and the counter of the outbox.
  expect(rows).toBeLessThanOrEqual(batches + folds * (3 * KEYS + 2));
  const { data } = (await world.call('GET', '/incidents')).body as { data: { alertCount: number }[] };
  expect(data).toHaveLength(KEYS);
  expect(data.map(({ alertCount }) => alertCount)).toEqual(Array(KEYS).fill(1 + events / KEYS));
  expect(await world.outbox()).toEqual(Array(KEYS).fill('ana email'));
}, 600_000);
