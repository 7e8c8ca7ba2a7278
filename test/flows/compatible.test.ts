import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import opsgenieCreate from '../fixtures/payloads/opsgenie/05-alertmanager-create-p1.json';
import opsgenieClose from '../fixtures/payloads/opsgenie/06-alertmanager-close.json';
import trigger from '../fixtures/payloads/pagerduty/07-alertmanager-trigger.json';
import resolve from '../fixtures/payloads/pagerduty/09-alertmanager-resolve.json';
import critical from '../fixtures/payloads/splunk-oncall/01-critical-from-alertmanager.json';
import { idle, startClock, stopClock } from './support/clock';
import { newWorld, request, type World } from './support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
});
afterAll(stopClock);

const keyFor = async (type: string): Promise<string> => {
  const integration = await world.create('/integrations', { name: type, type, serviceId: world.service.id });
  return String(integration.key);
};

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const sent = { 'content-type': 'application/json', ...headers };
  const response = await request(path, { method: 'POST', headers: sent, body: JSON.stringify(body) });
  await idle();
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const titles = async (status: string): Promise<string[]> => {
  const { data } = (await world.call('GET', `/incidents?status=${status}`)).body as { data: { title: string }[] };
  return data.map(({ title }) => title);
};

describe('PagerDuty’s Events API under its own path', () => {
  it('takes what Alertmanager’s pagerduty_configs sends, and answers as PagerDuty does', async () => {
    const key = await keyFor('pagerduty');
    const opened = await post('/v2/enqueue', { ...trigger.request.body, routing_key: key });
    expect(opened).toMatchObject({ status: 202, body: { status: 'success', message: 'Event processed' } });
    expect(opened.body.dedup_key).toBe(trigger.request.body.dedup_key);
    expect(await titles('OPEN')).toHaveLength(1);
    await post('/v2/enqueue', { ...resolve.request.body, routing_key: key });
    expect(await titles('OPEN')).toHaveLength(0);
  });

  it('answers 400 for an event without its key, with one nobody knows, or with a part missing', async () => {
    const key = await keyFor('pagerduty');
    const { routing_key: _key, ...keyless } = trigger.request.body;
    expect(await post('/v2/enqueue', keyless)).toMatchObject({ status: 400, body: { status: 'invalid event' } });
    expect((await post('/v2/enqueue', trigger.request.body)).status).toBe(400);
    expect((await post('/v2/enqueue', { routing_key: key, event_action: 'trigger', payload: {} })).status).toBe(400);
  });

  it('keeps change events without opening anything', async () => {
    const change = { routing_key: await keyFor('pagerduty'), payload: { summary: 'Deployed 1.2.3' } };
    expect((await post('/v2/change/enqueue', change)).status).toBe(202);
    expect(await titles('OPEN')).toHaveLength(0);
  });
});

describe('PagerDuty’s Events API of version 1 under its own path', () => {
  const path = '/generic/2010-04-15/create_event.json';
  it('opens, acknowledges and resolves by its incident_key, and answers as PagerDuty did', async () => {
    const event = { service_key: await keyFor('pagerduty'), incident_key: 'srv01/HTTP', description: 'HTTP is down' };
    const opened = await post(path, { ...event, event_type: 'trigger' });
    expect(opened).toMatchObject({ status: 200, body: { status: 'success', incident_key: 'srv01/HTTP' } });
    expect(await titles('OPEN')).toEqual(['HTTP is down']);
    await post(path, { ...event, event_type: 'acknowledge' });
    expect(await titles('ACKNOWLEDGED')).toEqual(['HTTP is down']);
    await post(path, { ...event, event_type: 'resolve' });
    expect(await titles('ACKNOWLEDGED')).toEqual([]);
  });

  it('answers 400 for an event without its key or of an unknown type', async () => {
    expect((await post(path, { event_type: 'trigger', description: 'x' })).status).toBe(400);
    const service_key = await keyFor('pagerduty');
    expect((await post(path, { service_key, event_type: 'snooze', description: 'x' })).status).toBe(400);
  });
});

describe('a packed body', () => {
  const send = async (encoding: string, body: BodyInit) => {
    const path = `/api/integrations/events/${await keyFor('events')}`;
    return request(path, { method: 'POST', headers: { 'content-encoding': encoding }, body });
  };
  const packed = async (text: string): Promise<ArrayBuffer> =>
    new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();

  it('is unpacked, up to the limit of what comes out', async () => {
    const event = JSON.stringify({ event_action: 'resolve', dedup_key: 'gz' });
    expect((await send('gzip', await packed(event))).status).toBe(202);
    expect((await send('gzip', await packed(' '.repeat(600_000)))).status).toBe(413);
  });

  it('that is not what its header says is refused', async () => {
    expect((await send('gzip', '{"event_action":"resolve","dedup_key":"gz"}')).status).toBe(400);
    expect((await send('br', 'x')).status).toBe(400);
  });
});

describe('Opsgenie’s Alert API under its own path', () => {
  it('creates and closes by alias, as Alertmanager’s opsgenie_configs does', async () => {
    const authorization = `GenieKey ${await keyFor('opsgenie')}`;
    const created = await post(opsgenieCreate.request.path, opsgenieCreate.request.body, { authorization });
    expect(created).toMatchObject({ status: 202, body: { result: 'Request will be processed' } });
    expect(await titles('OPEN')).toHaveLength(1);
    // `update_alerts: true` sends these too.
    const update = await request(opsgenieClose.request.path.replace('/close', '/message'), {
      ...{ method: 'PUT', headers: { authorization, 'content-type': 'application/json' } },
      body: JSON.stringify({ message: 'Another title' }),
    });
    expect(update.status).toBe(202);
    await post(opsgenieClose.request.path, opsgenieClose.request.body, { authorization });
    expect(await titles('OPEN')).toHaveLength(0);
  });

  it('refuses a key that it does not know', async () => {
    const refused = await post('/v2/alerts', { message: 'x' }, { authorization: 'GenieKey nobody' });
    expect(refused.status).toBe(401);
  });
});

it('takes Splunk On-Call’s REST endpoint with its routing key', async () => {
  const path = `/integrations/generic/20131114/alert/${await keyFor('splunk-oncall')}/team-a`;
  expect(await post(path, critical.request.body)).toMatchObject({ status: 202, body: { result: 'success' } });
  expect(await titles('OPEN')).toHaveLength(1);
});
