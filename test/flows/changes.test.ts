import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idle, pass, START, startClock, stopClock } from './support/clock';
import { newWorld, request, type World } from './support/world';

let world: World;
let pagerduty: { key: string };
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  pagerduty = (await world.create('/integrations', {
    ...{ name: 'PagerDuty clients', type: 'pagerduty', serviceId: world.service.id },
  })) as unknown as { key: string };
});
afterAll(stopClock);

async function post(path: string, body: object) {
  const response = await request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await idle();
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('a change event', () => {
  it('pages nobody, and stands with its links before the incident that follows', async () => {
    const sent = await post('/v2/change/enqueue', {
      routing_key: pagerduty.key,
      payload: {
        ...{ summary: 'Deployed checkout v2.3', source: 'ci', timestamp: new Date(START - 720_000).toISOString() },
        custom_details: { build: '412' },
      },
      links: [{ href: 'https://ci.example.test/412', text: 'Build 412' }],
    });
    expect(sent).toMatchObject({ status: 202, body: { status: 'success' } });
    const own = await post(`/api/integrations/events/${world.events.key}/change`, { summary: 'Flag new-cart is on' });
    expect(own).toMatchObject({ status: 202, body: { results: [{ action: 'ignored', reason: 'change event' }] } });
    expect((await world.call('GET', '/incidents')).body.data).toEqual([]);
    await pass(60);
    const { incident } = await world.send('trigger', 'broken');
    const { body } = await world.call('GET', `/incidents/${incident?.id}/changes`);
    expect(body.data).toMatchObject([
      {
        ...{ summary: 'Deployed checkout v2.3', source: 'ci', integrationName: 'PagerDuty clients' },
        ...{ details: { build: '412' }, links: [{ href: 'https://ci.example.test/412', text: 'Build 412' }] },
        occurredAt: new Date(START - 720_000).toISOString(),
      },
      { summary: 'Flag new-cart is on', occurredAt: new Date(START).toISOString() },
    ]);
    const all = (await world.call('GET', `/change-events?serviceId=${world.service.id}`)).body.data as unknown[];
    expect(all).toHaveLength(2);
  });

  it('of a day before or of another service is no part of it', async () => {
    await pass(25 * 3600);
    const { incident } = await world.send('trigger', 'later');
    expect((await world.call('GET', `/incidents/${incident?.id}/changes`)).body.data).toEqual([]);
  });

  it('without a summary is refused as PagerDuty refuses it', async () => {
    const sent = await post('/v2/change/enqueue', { routing_key: pagerduty.key, payload: { source: 'ci' } });
    expect(sent).toMatchObject({ status: 400, body: { status: 'invalid event' } });
    const own = await post(`/api/integrations/events/${world.events.key}/change`, { payload: {} });
    expect(own.status).toBe(400);
  });
});
