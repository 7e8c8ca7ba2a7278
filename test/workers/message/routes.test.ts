import { OpenAPIHono } from '@hono/zod-openapi';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AppEnv } from '../../../workers/http/app-env';
import { contactMethods } from '../../../workers/http/routes/contact-methods';
import { users } from '../../../workers/http/routes/users';
import { createContactMethod } from '../../../workers/operations/contact-method/create';
import { aUser, settle, taken } from '../config/support';
import { contextNow, delivered, forget, quietEnv, startClock } from './support';

const app = new OpenAPIHono<AppEnv>();
app.use(async (c, next) => {
  c.set('requestId', 'req_test');
  c.set('context', contextNow());
  await next();
});
app.route('/users', users);
app.route('/contact-methods', contactMethods);

beforeEach(async () => {
  startClock();
  await forget();
});
afterEach(async () => {
  await settle();
  vi.useRealTimers();
});

async function post(path: string, body?: object) {
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, ...(body ? { body: JSON.stringify(body) } : {}) };
  const answer = await app.request(path, init, quietEnv);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

it('POST /users/{id}/invite answers the link', async () => {
  const user = await aUser(contextNow(), { status: 'INVITED' });
  const answer = await post(`/users/${user.id}/invite`);
  expect(answer).toMatchObject({
    status: 201,
    body: { url: expect.stringContaining('/accept/'), expiresAt: expect.stringMatching(ISO) },
  });
  expect(await post('/users/usr_none/invite')).toMatchObject({ status: 404 });
});

it('POST /contact-methods/{id}/send-code, verify and test', async () => {
  const user = await aUser(contextNow());
  const method = { userId: user.id, kind: 'sms' as const, value: '+447700900777', enabled: true };
  const { id } = taken(await createContactMethod(contextNow(), method));
  const sent = await post(`/contact-methods/${id}/send-code`);
  expect(sent).toMatchObject({
    status: 200,
    body: { messageId: expect.any(String), expiresAt: expect.stringMatching(ISO) },
  });
  expect(await post(`/contact-methods/${id}/send-code`)).toMatchObject({
    status: 429,
    body: { retryAfterSeconds: 60 },
  });
  await settle();
  const code = /\d{6}/.exec((await delivered()).text)?.[0];
  expect(await post(`/contact-methods/${id}/verify`, { code: 'abc' })).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/code' }] },
  });
  expect(await post(`/contact-methods/${id}/verify`, { code })).toMatchObject({
    status: 200,
    body: { id, verified: true, verifiedAt: expect.stringMatching(ISO) },
  });
  expect(await post(`/contact-methods/${id}/test`)).toMatchObject({
    status: 200,
    body: { messageId: expect.any(String) },
  });
});
