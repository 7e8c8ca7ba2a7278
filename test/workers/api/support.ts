import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import { makeDb } from '../../../db/client';
import { users } from '../../../db/schema';
import type { Role, Scope } from '../../../domain/access/roles';
import { startSession } from '../../../workers/access/start-session';
import { app } from '../../../workers/http/app';
import { createApiKey } from '../../../workers/operations/api-key/create';
import { ADMIN, contextWith } from '../access/support';

export const ORIGIN = 'http://127.0.0.1:8787';

export type Json = Record<string, unknown> & { id: string };

/** What somebody's requests carry; none for a stranger. */
export type Credential = { headers: Record<string, string> };

export const STRANGER: Credential = { headers: {} };

/** A request through the whole app, with everything that it left to do after its answer done. */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const execution = createExecutionContext();
  const answer = await app.request(`${ORIGIN}${path}`, { redirect: 'manual', ...init }, env, execution);
  await waitOnExecutionContext(execution);
  return answer;
}

export type Call = { status: number; body: Json; headers: Headers };

/** A call of the API with JSON in and out. */
export async function call(
  by: Credential,
  method: string,
  path: string,
  body?: unknown,
  more: Record<string, string> = {},
): Promise<Call> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const answer = await send(path, { method, ...json, headers: { ...type, ...by.headers, ...more } });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json');
  return { status: answer.status, body: (isJson ? JSON.parse(text) : { text }) as Json, headers: answer.headers };
}

/** A new key with these scopes. */
export async function keyWith(...scopes: Scope[]): Promise<Credential & { id: string }> {
  const made = await createApiKey(contextWith({ actor: ADMIN, now: Date.now() }), {
    name: scopes.join(' '),
    scopes,
    expiresAt: null,
  });
  if (!made.ok) throw new Error(made.error.message);
  return { id: made.value.id, headers: { authorization: `Bearer ${made.value.key}` } };
}

let people = 0;

/** A new person who is signed in, asking from our own pages. */
export async function signedInAs(role: Role): Promise<Credential & { id: string }> {
  people += 1;
  const now = Date.now();
  const person = { name: `A ${role}`, role, timezone: 'UTC', locale: 'en' };
  const stored = { id: `usr_api${people}`, email: `api${people}@example.test`, ...person };
  await makeDb(env.DB)
    .insert(users)
    .values({ ...stored, status: 'ACTIVE', createdAt: now, updatedAt: now });
  const session = await startSession(contextWith({ now }), stored, { kind: 'browser', userAgent: null });
  await session.statement;
  return { id: stored.id, headers: { origin: ORIGIN, cookie: session.setCookie.split(';', 1).join('') } };
}
