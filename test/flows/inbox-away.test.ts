import { createExecutionContext, runInDurableObject, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Env } from '../../workers/env';
import { app } from '../../workers/http/app';
import { idle, pass, startClock, stopClock } from './support/clock';
import { figures } from './support/figures';
import { newWorld, type World } from './support/world';

const EVENTS = 25;
let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
});
afterAll(stopClock);

type Accept = { accept: (call: unknown) => Promise<unknown> };
const platformError = (marks: { retryable?: boolean; overloaded?: boolean }) =>
  Object.assign(new Error('the platform could not reach the object'), marks);

/** What becomes of the calls to the inbox, one after the other, for as long as it is away. */
const FATES = [
  async () => Promise.reject(platformError({ overloaded: true, retryable: true })),
  async () => Promise.reject(platformError({ retryable: true })),
  async (stub: Accept, call: unknown) => stub.accept(call),
  // It was stored, and the answer was lost with the object; the second try is a repeat.
  async (stub: Accept, call: unknown) => {
    await stub.accept(call);
    throw platformError({ retryable: true });
  },
  async (stub: Accept, call: unknown) => stub.accept(call),
  async (stub: Accept, call: unknown) => {
    await stub.accept(call);
    throw platformError({});
  },
  async () => Promise.reject(platformError({})),
];

function awayInbox(): { by: Env; calls: () => number } {
  let calls = 0;
  const get = (id: DurableObjectId) => {
    const stub = env.INBOX.get(id) as unknown as Accept;
    return {
      accept: (call: unknown) => {
        const fate = FATES[calls++ % FATES.length] as (typeof FATES)[number];
        return fate(stub, call);
      },
    };
  };
  const by = new Proxy(env, {
    get: (target, name) =>
      name === 'INBOX' ? { idFromName: (id: string) => env.INBOX.idFromName(id), get } : Reflect.get(target, name),
  }) as unknown as Env;
  return { by, calls: () => calls };
}

async function post(by: Env, key: string): Promise<Response> {
  const execution = createExecutionContext();
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event_action: 'trigger', dedup_key: key, payload: { summary: key, severity: 'critical' } }),
  };
  const path = `http://127.0.0.1:8787/api/integrations/events/${world.events.key}`;
  const answer = await app.request(path, init, by, execution);
  await waitOnExecutionContext(execution);
  return answer;
}

/** Which keys the inbox has stored. */
async function storedKeys(): Promise<Set<string>> {
  const inbox = env.INBOX.get(env.INBOX.idFromName(world.events.key.slice(0, 10))) as unknown as DurableObjectStub;
  return runInDurableObject(
    inbox,
    (_object, { storage: { sql } }) =>
      new Set(
        sql
          .exec<{ key: string }>('SELECT dedup_key AS key FROM keys')
          .toArray()
          .map(({ key }) => key),
      ),
  );
}

it('F11: while an inbox is overloaded or restarting, 202 is said of what is stored and of nothing else', async () => {
  const { by, calls } = awayInbox();
  const accepted: string[] = [];
  const refused: string[] = [];
  for (let n = 0; n < EVENTS; n += 1) {
    const answer = await post(by, `away-${n}`);
    if (answer.status === 202) accepted.push(`away-${n}`);
    else {
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).not.toBeNull();
      refused.push(`away-${n}`);
    }
  }
  await pass(60);
  await idle();
  const stored = await storedKeys();
  const lost = accepted.filter((key) => !stored.has(key));
  const { data } = (await world.call('GET', '/incidents?limit=100')).body as { data: { dedupKey: string }[] };
  const opened = new Set(data.map(({ dedupKey }) => dedupKey));
  figures('F11', {
    events: EVENTS,
    calls: calls(),
    'answered 202': accepted.length,
    'answered 503': refused.length,
    'accepted and lost': lost.length,
    'stored, answer lost': refused.filter((key) => stored.has(key)).length,
    incidents: opened.size,
  });
  expect(lost).toEqual([]);
  expect([...stored].toSorted()).toEqual([...opened].toSorted());
  // What was refused is sent again by the tool; what had been stored all the same does not open a second incident.
  for (const key of refused) expect((await post(env as unknown as Env, key)).status).toBe(202);
  await idle();
  const after = (await world.call('GET', '/incidents?limit=100')).body as { data: unknown[] };
  expect(after.data).toHaveLength(EVENTS);
});
