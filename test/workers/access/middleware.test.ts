import { createExecutionContext, env } from 'cloudflare:test';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { users } from '../../../db/schema';
import { failure } from '../../../domain/shared/errors';
import { startSession } from '../../../workers/access/start-session';
import type { AppEnv } from '../../../workers/http/app-env';
import { authenticateApi } from '../../../workers/http/middleware/authenticate-api';
import { authenticateWeb } from '../../../workers/http/middleware/authenticate-web';
import { refuseForgedRequests } from '../../../workers/http/middleware/csrf';
import { notFound, onError } from '../../../workers/http/middleware/error-handler';
import { problem } from '../../../workers/http/middleware/problem';
import { requestContext } from '../../../workers/http/middleware/request-context';
import { requestId } from '../../../workers/http/middleware/request-id';
import { securityHeaders } from '../../../workers/http/middleware/security-headers';
import { createApiKey } from '../../../workers/operations/api-key/create';
import { ADMIN, addUser, contextWith } from './support';

const app = new Hono<AppEnv>();
app.use(requestId, securityHeaders, requestContext, refuseForgedRequests);
app.onError(onError);
app.notFound(notFound);
app.use('/api/v1/*', authenticateApi);
app.use('/web/*', authenticateWeb);
app.all('/api/v1/me', (c) => c.json({ actor: c.get('actor'), same: c.get('context').actor === c.get('actor') }));
app.get('/web/me', (c) => c.json({ viewer: c.get('viewer'), actor: c.get('actor') }));
app.get('/nonce', (c) => c.text(c.get('nonce')));
app.get('/redirect', () => Response.redirect('https://ops.example.test/'));
app.get('/socket', () => new Response(null, { status: 101, webSocket: new WebSocketPair()[0] }));
app.get('/limited', (c) => problem(c, failure('rate-limited', 'Wait.', { detail: { retryAfterSeconds: 60 } })));
app.get('/fields', () => {
  z.object({ steps: z.array(z.object({ delay: z.number() })) }).parse({ steps: [{ delay: 'x' }] });
  return new Response();
});
app.get('/too-large', () => {
  throw new HTTPException(413, { message: 'The body is too large.' });
});
app.get('/links/:secret', async (c) => {
  await c
    .get('context')
    .db.insert(users)
    .values({ id: 'secret-value' } as typeof users.$inferInsert);
  return c.text('never');
});

const ask = (path: string, init: RequestInit = {}, bindings = env) =>
  app.request(`http://127.0.0.1:8787${path}`, init, bindings, createExecutionContext());

async function sessionCookie(): Promise<string> {
  const { id, email } = await addUser({ passwordHash: null });
  const person = { id, email, name: 'Grace', role: 'RESPONDER' as const, timezone: 'Europe/Berlin', locale: 'en' };
  const context = contextWith({ now: Date.now() });
  const session = await startSession(context, person, { kind: 'browser', userAgent: null });
  await session.statement;
  return session.setCookie.split(';', 1).join('');
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('every answer', () => {
  it('names its request, by the word of a caller who has one', async () => {
    expect((await ask('/nonce')).headers.get('x-request-id')).toMatch(/^req_[0-9a-z]{16}$/);
    const given = (id: string) => ask('/nonce', { headers: { 'x-request-id': id } });
    expect((await given('trace-0001')).headers.get('x-request-id')).toBe('trace-0001');
    expect((await given('<script>alert(1)')).headers.get('x-request-id')).toMatch(/^req_/);
  });

  it('has a policy without unsafe words and with the nonce of this request alone', async () => {
    const [first, second] = [await ask('/nonce'), await ask('/nonce')];
    const policy = first.headers.get('content-security-policy') ?? '';
    const nonce = await first.text();
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain("frame-ancestors 'none'; base-uri 'none'");
    expect(policy).not.toContain('unsafe');
    expect(second.headers.get('content-security-policy')).not.toBe(policy);
    expect(first.headers.get('x-content-type-options')).toBe('nosniff');
    expect(first.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(first.headers.get('strict-transport-security')).toBeNull();
    const https = await ask('/nonce', {}, { ...env, APP_URL: 'https://ops.example.test' });
    expect(https.headers.get('strict-transport-security')).toMatch(/^max-age=63072000/);
  });

  it.each(['/redirect', '/none', '/fields', '/limited'])('has them at %s too', async (path) => {
    const { headers } = await ask(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-request-id')).toMatch(/^req_/);
  });

  it('but that of a WebSocket, which keeps its socket', async () => {
    expect((await ask('/socket')).webSocket).not.toBeNull();
  });
});

describe('a problem', () => {
  it('says what, where and when again', async () => {
    const answer = await ask('/limited');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('60');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toEqual({
      type: 'urn:opsknight:problem:rate-limited',
      title: 'Too many requests',
      status: 429,
      detail: 'Wait.',
      retryAfterSeconds: 60,
      requestId: answer.headers.get('x-request-id'),
    });
  });

  it('points at the fields that are not valid', async () => {
    const answer = await ask('/fields');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ pointer: '/steps/0/delay' }] });
  });

  it('keeps the status of what Hono refused, and names a missing route', async () => {
    expect(await (await ask('/too-large')).json()).toMatchObject({ status: 413, detail: 'The body is too large.' });
    expect(await (await ask('/none')).json()).toMatchObject({ type: 'urn:opsknight:problem:not-found' });
  });

  it('of ours is logged by its request id, without secrets of path or query', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const answer = await ask('/links/hunter2');
    expect(answer.status).toBe(500);
    const text = String(log.mock.calls[0]?.[0]);
    expect(JSON.parse(text)).toMatchObject({
      event: 'unexpected-error',
      requestId: answer.headers.get('x-request-id'),
      where: 'GET /links/:secret',
    });
    expect(text + (await answer.text())).not.toMatch(/hunter2|secret-value/);
  });
});

describe('the API', () => {
  it('takes a key', async () => {
    const made = await createApiKey(contextWith({ actor: ADMIN }), { name: 'K', scopes: ['read'], expiresAt: null });
    const key = made.ok ? made.value.key : '';
    const answer = await ask('/api/v1/me', { method: 'POST', headers: { authorization: `Bearer ${key}` } });
    expect(await answer.json()).toMatchObject({ actor: { kind: 'api-key', name: 'K' }, same: true });
  });

  it.each([
    { authorization: 'Bearer ok_wrong' },
    { authorization: 'Basic eDp5' },
    { authorization: '' },
    { cookie: 'session=a.b.c' },
    {},
  ])('refuses %o with 401', async (headers) => {
    const answer = await ask('/api/v1/me', { headers: headers as Record<string, string> });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('takes a session from our own pages only', async () => {
    const cookie = await sessionCookie();
    const from = (origin: string) => ask('/api/v1/me', { method: 'POST', headers: { cookie, origin } });
    expect(await (await from('http://127.0.0.1:8787')).json()).toMatchObject({ actor: { kind: 'user' } });
    expect((await from('https://evil.test')).status).toBe(403);
    expect((await ask('/api/v1/me', { method: 'POST', headers: { cookie } })).status).toBe(403);
    expect((await ask('/api/v1/me', { headers: { cookie } })).status).toBe(200);
  });
});

describe('a page', () => {
  it('knows who is signed in, and lets others see it as nobody', async () => {
    const cookie = await sessionCookie();
    expect(await (await ask('/web/me', { headers: { cookie } })).json()).toMatchObject({ viewer: { name: 'Grace' } });
    expect(await (await ask('/web/me')).json()).toEqual({ viewer: null, actor: { kind: 'anonymous' } });
  });

  it('clears a dead cookie', async () => {
    const answer = await ask('/web/me', { headers: { cookie: 'session=a.b.c' } });
    expect(answer.headers.getSetCookie()).toEqual(['session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0']);
  });
});
