import { env } from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { users } from '../../../db/schema';
import { SYSTEM } from '../../../domain/access/actor';
import { splitIntegrationKey } from '../../../domain/integration/key';
import { peopleFor } from '../../../domain/plan/targets';
import { inboxPort } from '../../../workers/durable/stubs';
import { loadDemo } from '../../../workers/operations/demo/load';
import { compilePlanFor } from '../../../workers/operations/plan/compile';
import { adminContext, aUser, db, failureOf, settle, taken } from './support';

const context = adminContext({ actor: SYSTEM, origin: 'seed' });
afterEach(settle);

const countOf = async (table: string) =>
  (await env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n')) ?? 0;

/** What an inbox answers to an alert with this key. */
async function send(key: string) {
  const parts = splitIntegrationKey(key);
  const call = { type: 'events', method: 'POST', query: {}, rest: [], headers: { 'content-type': 'application/json' } };
  const event = { event_action: 'resolve', dedup_key: 'none', payload: { summary: 'x' } };
  const body = new TextEncoder().encode(JSON.stringify(event)).buffer;
  return inboxPort(env, parts?.inbox ?? '').accept({ inbox: '', secret: '', ...parts, ...call, body });
}

it('makes an organisation that pages, again without leaving anything of the one before', async () => {
  const first = taken(await loadDemo(context, { force: false }));
  expect(first.email).toBe('ana@example.com');
  expect(first.integrations.find(({ name }) => name.includes('checkout'))?.url).toContain(
    '/api/integrations/prometheus/',
  );
  expect([await countOf('users'), await countOf('teams'), await countOf('services')]).toEqual([8, 2, 4]);

  const plan = await compilePlanFor(context, 'svc_demo_checkout');
  expect(plan?.lastResort).toEqual([{ kind: 'USER', id: 'usr_demo_ana' }]);
  for (const step of plan?.policy?.steps ?? []) {
    for (const target of step.targets) expect(plan && peopleFor(target, plan, context.now).people).not.toEqual([]);
  }

  const keyOf = (access: typeof first) => access.integrations.find(({ type }) => type === 'events')?.key ?? '';
  expect((await send(keyOf(first))).ok).toBe(true);

  const second = taken(await loadDemo(context, { force: false }));
  expect(second.password).not.toBe(first.password);
  expect(await countOf('users')).toBe(8);
  expect(await countOf('api_keys')).toBe(1);
  expect(failureOf(await send(keyOf(first))).code).toBe('unauthenticated');
  expect((await send(keyOf(second))).ok).toBe(true);
});

it('refuses a database with other data, unless forced', async () => {
  taken(await loadDemo(context, { force: false }));
  const user = await aUser(context);
  expect(failureOf(await loadDemo(context, { force: false })).code).toBe('conflict');
  taken(await loadDemo(context, { force: true }));
  expect(await countOf('users')).toBe(8);
  expect(await db.select().from(users).where(eq(users.id, user.id))).toEqual([]);
});

it('is for those who hold the secrets of the installation', async () => {
  const key = { kind: 'api-key' as const, id: 'key_1', name: 'K', scopes: ['config:write' as const] };
  expect(failureOf(await loadDemo(adminContext({ actor: key }), { force: true })).code).toBe('forbidden');
});
