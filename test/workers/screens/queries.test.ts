import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import type { Env } from '../../../workers/env';
import worker from '../../../workers/index';
import { newWorld, PASSWORD } from '../../flows/support/world';

const ORIGIN = 'http://127.0.0.1:8787';
const ASKING = ['all', 'raw', 'run', 'first'];

/** A database that counts how often it is asked: a statement by itself, or a batch of them. */
function counted(db: D1Database) {
  let calls = 0;
  const proxy = <T extends object>(
    target: T,
    wrap: (name: string, value: (...rest: never[]) => unknown) => unknown,
  ): T =>
    new Proxy(target, {
      get(_, name) {
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? wrap(String(name), value.bind(target)) : value;
      },
    });
  const counting =
    (value: (...rest: never[]) => unknown) =>
    (...rest: never[]) => {
      calls += 1;
      return value(...rest);
    };
  const statement = (one: D1PreparedStatement): D1PreparedStatement =>
    proxy(one, (name, value) => {
      if (name === 'bind') return (...rest: never[]) => statement(value(...rest) as D1PreparedStatement);
      return ASKING.includes(name) ? counting(value) : value;
    });
  const DB = proxy(db, (name, value) => {
    if (name === 'prepare') return (...rest: never[]) => statement(value(...rest) as D1PreparedStatement);
    return name === 'batch' ? counting(value) : value;
  });
  return { DB, calls: () => calls };
}

let cookie = '';

/** A page as the browser asks for it, and how often the database was asked for it. */
async function look(path: string, init: RequestInit = {}) {
  const { DB, calls } = counted(env.DB);
  const context = createExecutionContext();
  const headers = { cookie, host: '127.0.0.1:8787', origin: ORIGIN };
  const request = new Request(`${ORIGIN}${path}`, { redirect: 'manual', headers, ...init });
  const answer = await worker.fetch(request as Parameters<typeof worker.fetch>[0], { ...env, DB } as Env, context);
  const text = await answer.text();
  await waitOnExecutionContext(context);
  return { answer, text, calls: calls() };
}

beforeAll(async () => {
  const world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  for (let i = 1; i <= 3; i += 1) await world.send('trigger', `disk ${i}`);
  const body = new URLSearchParams({ email: 'admin@example.test', password: PASSWORD, next: '/' });
  const { answer } = await look('/login', { method: 'POST', body });
  cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  // When somebody was last seen is written once in a while.
  await look('/incidents');
});

/** Of every page: whose session it is, and what has paged them and waits. */
const FRAME = 2;

it('asks for the list of incidents once, and once for all that it is filtered and assigned by', async () => {
  const { text, calls } = await look('/incidents');
  expect(text).toContain('disk 3 is broken');
  expect(text).toContain('ana');
  expect(calls).toBe(FRAME + 2);
});

it('looks a number up once for all parts of a page', async () => {
  const row = await env.DB.prepare('SELECT id, number FROM incidents LIMIT 1').first<{ id: string; number: number }>();
  const [byId, byNumber] = [await look(`/incidents/${row?.id}`), await look(`/incidents/${row?.number}`)];
  expect([byId.answer.status, byNumber.answer.status]).toEqual([200, 200]);
  expect(byNumber.calls - byId.calls).toBe(1);
});
