import { env } from 'cloudflare:test';
import { sql } from 'drizzle-orm';
import { afterEach, expect, it, vi } from 'vitest';
import { makeDb } from '../../../db/client';
import { messages, statusPosts } from '../../../db/schema';
import { createReportInput, createStatusPageInput } from '../../../domain/status-page/input';
import type { Context } from '../../../workers/context';
import type { Env } from '../../../workers/env';
import { createStatusPage } from '../../../workers/operations/status-page/create';
import { createReport } from '../../../workers/operations/status-report/create';
import { fanOut } from '../../../workers/operations/status-subscriber/fan-out';
import { deliverMessage } from '../../../workers/queues/deliver-message';
import type { QueueBody } from '../../../workers/queues/messages';
import { enqueue } from '../../../workers/queues/send';
import { bulkRests, providerRests } from '../../../workers/senders/rests';
import { fakeProvider } from '../../fakes/http';
import { adminContext, settle, taken } from '../config/support';

const SUBSCRIBERS = Number(process.env.BURST_CASES || 230);
/** Of Cloudflare: messages and bytes that a queue takes in one call, and rows that D1 gives in one answer. */
const MOST_MESSAGES = 100;
const MOST_BYTES = 256_000;
const MOST_ROWS = 1_000;

const now = Date.now();
const db = makeDb(env.DB);

afterEach(() => vi.restoreAllMocks());

/** Queues that only remember, each in its own order, and how large the calls were. */
function rememberingQueues() {
  const queued: Record<string, QueueBody[]> = {};
  const calls: { messages: number; bytes: number }[] = [];
  const queueOf = (name: string) => {
    const take = (bodies: QueueBody[]) => {
      calls.push({ messages: bodies.length, bytes: JSON.stringify(bodies).length });
      queued[name] = [...(queued[name] ?? []), ...bodies];
    };
    return {
      send: async (body: QueueBody) => take([body]),
      sendBatch: async (all: { body: QueueBody }[]) => take(all.map(({ body }) => body)),
    };
  };
  const names = ['QUEUE_BULK', 'QUEUE_EMAIL', 'QUEUE_SMS', 'QUEUE_VOICE', 'QUEUE_PUSH', 'QUEUE_SLACK', 'QUEUE_WEBHOOK'];
  const fake = { ...env, ...Object.fromEntries(names.map((name) => [name, queueOf(name)])) } as unknown as Env;
  return { env: fake, queued, calls };
}

/** A database that remembers how many statements its batches had, and how many rows it gave. */
function measuredDb() {
  const sizes = { statements: 0, rows: 0 };
  const d1 = new Proxy(env.DB, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name !== 'batch') return typeof value === 'function' ? value.bind(target) : value;
      return async (statements: D1PreparedStatement[]) => {
        sizes.statements = Math.max(sizes.statements, statements.length);
        const results = await target.batch(statements);
        sizes.rows = Math.max(sizes.rows, ...results.map((one) => one.results.length));
        return results;
      };
    },
  });
  return { db: makeDb(d1), sizes };
}

it(`tells ${SUBSCRIBERS} subscribers once each, in bounded steps, on a queue that no page waits behind`, async () => {
  const queues = rememberingQueues();
  const measured = measuredDb();
  const context: Context = adminContext({ now, env: queues.env, db: measured.db });
  const page = taken(await createStatusPage(context, createStatusPageInput.parse({ name: 'Dock', slug: 'dock' })));
  await db.run(sql`INSERT INTO status_subscribers
    (id, page_id, channel, address, address_key, shown, component_ids, language, confirmed_at, asked_at, created_at, updated_at)
    SELECT 'sub_burst' || value, ${page.id}, 'email', 'v' || value || '@example.test', value, 'v', '[]', 'en', 1, 1, 1, 1
    FROM json_each(${JSON.stringify(Array.from({ length: SUBSCRIBERS }, (_, i) => i))})`);
  taken(await createReport(context, { id: page.id, ...createReportInput.parse({ title: 'Down', body: 'We look.' }) }));
  await settle();

  // A page comes in the middle of it.
  const paged = { kind: 'notification', incidentId: 'inc_1', notificationId: 'ntf_1', channel: 'email' } as const;
  const bulk = queues.queued.QUEUE_BULK ?? [];
  expect(bulk.map(({ kind }) => kind)).toEqual(['status-post']);
  let steps = 0;
  for (let at = 0; at < (queues.queued.QUEUE_BULK ?? []).length; at += 1) {
    const body = queues.queued.QUEUE_BULK?.[at];
    if (body?.kind !== 'status-post') continue;
    await fanOut(context, body.postId);
    steps += 1;
    if (steps === 2) await enqueue(queues.env, paged);
  }
  const [post] = await db.select().from(statusPosts);
  expect(post?.nextAt).toBeNull();
  expect(queues.queued.QUEUE_EMAIL).toEqual([paged]);
  const told = (queues.queued.QUEUE_BULK ?? []).flatMap((body) => (body.kind === 'message' ? body.messageId : []));
  expect(new Set(told).size).toBe(SUBSCRIBERS);
  expect(told).toHaveLength(SUBSCRIBERS);
  const [{ count } = { count: 0 }] = await db.all<{ count: number }>(
    sql`SELECT count(DISTINCT recipient) AS count FROM messages WHERE kind = 'status-update'`,
  );
  expect(count).toBe(SUBSCRIBERS);
  expect(Math.max(...queues.calls.map((call) => call.messages))).toBeLessThanOrEqual(MOST_MESSAGES);
  expect(Math.max(...queues.calls.map((call) => call.bytes))).toBeLessThan(MOST_BYTES);
  expect(measured.sizes.statements).toBeLessThanOrEqual(51);
  expect(measured.sizes.rows).toBeLessThan(MOST_ROWS);
});

it('lets a provider that has had enough of it go on carrying pages', async () => {
  fakeProvider(429, '', { 'retry-after': '60' });
  const { id } = (await db.select().from(messages).limit(1))[0] ?? { id: '' };
  await deliverMessage({ ...env, RESEND_API_KEY: 're_x' } as unknown as Env, id);
  expect(bulkRests.size).toBe(1);
  expect(providerRests.size).toBe(0);
});
