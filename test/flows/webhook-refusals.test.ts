import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idle, startClock, stopClock } from './support/clock';
import { newWorld, request, type World } from './support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
});
afterAll(stopClock);

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  request(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

const trigger = (key: string) => JSON.stringify({ event_action: 'trigger', dedup_key: key, payload: { summary: key } });

describe('a call that cannot be taken', () => {
  it.each(['0'.repeat(32), 'short', '%00', ''])('with the key %j answers 401 and tells nothing', async (key) => {
    const response = await post(`/api/integrations/events/${key}`, trigger('x'));
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ type: 'urn:opsknight:problem:unauthenticated' });
  });

  it('with a wrong secret for a known inbox answers the same', async () => {
    const { key } = world.events;
    expect((await post(`/api/integrations/events/${key.slice(0, 10)}${'a'.repeat(22)}`, trigger('x'))).status).toBe(
      401,
    );
  });

  it('of another type than the integration’s answers 400', async () => {
    const response = await post(`/api/integrations/prometheus/${world.events.key}`, '{"alerts":[]}');
    expect(response.status).toBe(400);
  });

  it('with broken JSON answers 400, over 512 KB 413', async () => {
    const url = `/api/integrations/events/${world.events.key}`;
    expect((await post(url, '{"event_action":')).status).toBe(400);
    expect((await post(url, 'x'.repeat(512 * 1024 + 1))).status).toBe(413);
    const within = { event_action: 'trigger', dedup_key: 'big', payload: { summary: 'big', pad: 'x'.repeat(500_000) } };
    expect((await post(url, JSON.stringify(within))).status).toBe(202);
  });
});

describe('a call that is taken', () => {
  it.each([
    ['in the path', (key: string) => post(`/api/integrations/events/${key}`, trigger('k1'))],
    ['in the path with a slash behind it', (key: string) => post(`/api/integrations/events/${key}/`, trigger('k2'))],
    ['in the query', (key: string) => post(`/api/integrations/events?key=${key}`, trigger('k3'))],
    [
      'as a bearer',
      (key: string) => post('/api/integrations/events', trigger('k4'), { authorization: `Bearer ${key}` }),
    ],
    ['in a header', (key: string) => post('/api/integrations/events', trigger('k5'), { 'x-integration-key': key })],
  ])('may carry its key %s', async (_where, send) => {
    const response = await send(world.events.key);
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({ status: 'accepted', results: [{ action: 'trigger' }] });
    await idle();
  });

  it('but says nothing known is kept as unmapped and opens nothing', async () => {
    const response = await post(`/api/integrations/prometheus/${world.prometheus.key}`, '{"hello":"world"}');
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({ results: [{ action: 'ignored', reason: 'unmapped' }] });
  });

  it('as a resolve without an incident opens nothing', async () => {
    const sent = await world.send('resolve', 'never-seen');
    expect(sent).toMatchObject({ status: 202, reason: 'no open incident for this key' });
    expect(sent.incident).toBeUndefined();
  });

  it('twice for one key is one incident, and after its resolve the next one', async () => {
    const first = await world.send('trigger', 'again');
    const second = await world.send('trigger', 'again');
    expect(second.incident?.id).toBe(first.incident?.id);
    await world.send('resolve', 'again');
    const third = await world.send('trigger', 'again');
    expect(third.incident?.id).not.toBe(first.incident?.id);
    expect(await world.incident(first.incident?.id ?? '')).toMatchObject({ status: 'RESOLVED', alertCount: 2 });
    expect(await world.incident(third.incident?.id ?? '')).toMatchObject({ status: 'OPEN', alertCount: 1 });
  });
});
