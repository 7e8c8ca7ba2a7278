import { env } from 'cloudflare:test';
import { OpenAPIHono } from '@hono/zod-openapi';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppEnv } from '../../../workers/http/app-env';
import { contactMethods } from '../../../workers/http/routes/contact-methods';
import { escalationPolicies } from '../../../workers/http/routes/escalation-policies';
import { integrations } from '../../../workers/http/routes/integrations';
import { notificationRules } from '../../../workers/http/routes/notification-rules';
import { onCall } from '../../../workers/http/routes/oncall';
import { schedules } from '../../../workers/http/routes/schedules';
import { services } from '../../../workers/http/routes/services';
import { teams } from '../../../workers/http/routes/teams';
import { users } from '../../../workers/http/routes/users';
import { adminContext, layer, settle } from './support';

afterEach(settle);

const app = new OpenAPIHono<AppEnv>();
app.use(async (c, next) => {
  c.set('requestId', 'req_test');
  c.set('context', adminContext());
  await next();
});
app.route('/users', users);
app.route('/teams', teams);
app.route('/contact-methods', contactMethods);
app.route('/notification-rules', notificationRules);
app.route('/escalation-policies', escalationPolicies);
app.route('/services', services);
app.route('/integrations', integrations);
app.route('/schedules', schedules);
app.route('/oncall', onCall);

type Json = Record<string, unknown> & { id: string };

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
  const init = { method, ...(text === undefined ? {} : { body: text }) };
  const answer = await app.request(path, { ...init, headers: { 'content-type': 'application/json', ...headers } }, env);
  return { status: answer.status, body: (answer.status === 204 ? {} : await answer.json()) as Json, answer };
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describe('the API', () => {
  it('builds what pages from nothing, with the bodies of INTERFACES', async () => {
    const user = await call('POST', '/users', {
      name: 'Bo',
      email: 'bo@example.test',
      role: 'RESPONDER',
      timezone: 'UTC',
      password: 'long enough',
    });
    expect(user).toMatchObject({ status: 201, body: { name: 'Bo', status: 'ACTIVE' } });
    expect(user.body.createdAt).toMatch(ISO);
    const userId = user.body.id;
    const sms = await call('POST', '/contact-methods', { userId, kind: 'sms', value: '+447700900150', verified: true });
    expect(sms).toMatchObject({ status: 201, body: { userId, kind: 'sms', value: '+447700900150', verified: true } });
    const rule = { userId, urgency: 'HIGH', contactMethodId: sms.body.id, delayMinutes: 1 };
    expect(await call('POST', '/notification-rules', rule)).toMatchObject({ status: 201, body: rule });
    const team = await call('POST', '/teams', {
      name: 'T',
      leadId: userId,
      members: [{ userId, role: 'OWNER', receiveNotifications: true }],
    });
    expect(team).toMatchObject({ status: 201, body: { leadId: userId, members: [{ userId, role: 'OWNER' }] } });
    const schedule = await call('POST', '/schedules', { name: 'W', timezone: 'UTC', layers: [layer([userId])] });
    expect(schedule).toMatchObject({ status: 201, body: { layers: [layer([userId])], overrides: [] } });
    const steps = [{ delaySeconds: 0, targets: [{ kind: 'SCHEDULE', id: schedule.body.id }] }];
    const policy = await call('POST', '/escalation-policies', { name: 'P', steps });
    expect(policy).toMatchObject({ status: 201, body: { name: 'P', repeat: 0, steps } });
    const service = await call('POST', '/services', {
      name: 'S',
      teamId: team.body.id,
      escalationPolicyId: policy.body.id,
    });
    expect(service).toMatchObject({ status: 201, body: { name: 'S', escalationPolicyId: policy.body.id } });
    const integration = await call('POST', '/integrations', {
      name: 'I',
      type: 'prometheus',
      serviceId: service.body.id,
    });
    expect(integration.status).toBe(201);
    expect(integration.body.url).toBe(`http://127.0.0.1:8787/api/integrations/prometheus/${integration.body.key}`);
    expect((await call('GET', `/integrations/${integration.body.id}`)).body).not.toHaveProperty('key');

    const now = await call('GET', `/oncall?schedule=${schedule.body.id}&at=2026-11-23T12:00:00%2B01:00`);
    expect(now.body).toMatchObject({
      at: '2026-11-23T11:00:00.000Z',
      users: [{ id: userId, name: 'Bo' }],
      source: 'layer',
    });
    expect((await call('GET', '/oncall')).body).toMatchObject({ data: [{ scheduleId: schedule.body.id }] });

    expect(await call('DELETE', `/escalation-policies/${policy.body.id}`)).toMatchObject({
      status: 409,
      body: { type: 'urn:opsknight:problem:in-use', usedBy: [{ id: service.body.id }] },
    });
  });

  it('changes any subset, pages lists and deletes', async () => {
    const { body: made } = await call('POST', '/teams', { name: 'Before' });
    expect((await call('PATCH', `/teams/${made.id}`, { name: 'After' })).body).toMatchObject({
      id: made.id,
      name: 'After',
    });
    await call('POST', '/teams', { name: 'Another' });
    const { body: page } = await call('GET', '/teams?limit=1');
    expect(page).toMatchObject({ data: [{}], nextCursor: expect.any(String) });
    expect((await call('GET', `/teams?limit=1&cursor=${page.nextCursor}`)).body).toMatchObject({ data: [{}] });
    expect((await call('DELETE', `/teams/${made.id}`)).status).toBe(204);
    expect((await call('GET', `/teams/${made.id}`)).status).toBe(404);
  });

  it('puts overrides on a schedule', async () => {
    const { body: user } = await call('POST', '/users', {
      name: 'Cy',
      email: 'cy@example.test',
      role: 'USER',
      timezone: 'UTC',
    });
    const { body: schedule } = await call('POST', '/schedules', {
      name: 'O',
      timezone: 'UTC',
      layers: [layer([user.id])],
    });
    const override = { userId: null, start: '2099-01-01T00:00:00Z', end: '2099-01-02T00:00:00Z' };
    const { status, body } = await call('POST', `/schedules/${schedule.id}/overrides`, override);
    expect({ status, body }).toMatchObject({ status: 201, body: { userId: null, start: '2099-01-01T00:00:00.000Z' } });
    expect((await call('GET', `/schedules/${schedule.id}/overrides`)).body).toMatchObject({ data: [{ id: body.id }] });
    expect((await call('DELETE', `/schedules/${schedule.id}/overrides/${body.id}`)).status).toBe(204);
  });

  it('previews a schedule that is not stored', async () => {
    const schedule = { timezone: 'UTC', layers: [layer(['ann', 'ben'])], overrides: [] };
    const at = ['2024-01-02T00:00:00Z', '2024-01-09T00:00:00Z'];
    const { body } = await call('POST', '/schedules/preview', { schedule, at, from: at[0], to: at[1] });
    expect(body).toEqual({
      queries: [
        { at: at[0], users: ['ann'] },
        { at: at[1], users: ['ben'] },
      ],
      shifts: [
        { user: 'ann', start: '2024-01-02T00:00:00.000Z', end: '2024-01-08T09:00:00.000Z' },
        { user: 'ben', start: '2024-01-08T09:00:00.000Z', end: '2024-01-09T00:00:00.000Z' },
      ],
    });
  });
});

describe('what the API cannot take', () => {
  it('is named by a pointer', async () => {
    const { status, body, answer } = await call('POST', '/users', {
      name: '',
      email: 'no',
      role: 'KING',
      timezone: 'Mars',
    });
    expect(status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect((body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/name',
      '/email',
      '/role',
      '/timezone',
    ]);
  });

  it.each([
    ['text that is not JSON', '{"name":', {}],
    ['JSON under another name', '{"name":"x"}', { 'content-type': 'text/plain' }],
    ['a list', '[]', {}],
    ['nothing', '', {}],
    ['a name with a control character', '{"name":"a\\u0000b"}', {}],
    ['half a character', '{"name":"a\\ud800b"}', {}],
    ['a deep nest', `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, {}],
  ])('is answered with 400: %s', async (_what, body, headers) => {
    expect((await call('POST', '/teams', body, headers)).status).toBe(400);
  });

  it('is answered with 413 when it is too large', async () => {
    expect((await call('POST', '/teams', `{"name":"${'x'.repeat(600_000)}"}`)).status).toBe(413);
  });

  it('never reaches a prototype', async () => {
    const { body } = await call('POST', '/teams', '{"name":"P","__proto__":{"leadId":"usr_x"}}');
    expect(body).toMatchObject({ name: 'P', leadId: null });
  });
});

it('is described in OpenAPI 3.1', () => {
  const description = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'API', version: '1' } });
  expect(Object.keys(description.paths ?? {})).toContain('/schedules/{id}/overrides');
  const post = description.paths?.['/escalation-policies']?.post;
  expect(JSON.stringify(post?.requestBody)).toContain('delaySeconds');
  expect(description.components?.schemas).toHaveProperty('Service');
});
