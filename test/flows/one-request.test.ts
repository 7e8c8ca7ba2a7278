import { afterAll, beforeAll, expect, it } from 'vitest';
import { idle, pass, startClock, stopClock } from './support/clock';
import { newWorld, outboxMessages, request } from './support/world';

beforeAll(startClock);
afterAll(stopClock);

it('several incidents of one request page a person once, in one message that names all and acknowledges all', async () => {
  const world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  const alert = (name: string) => ({
    status: 'firing',
    labels: { alertname: name, severity: 'critical' },
    annotations: { summary: `${name} is broken` },
    startsAt: new Date(Date.now()).toISOString(),
    endsAt: '0001-01-01T00:00:00Z',
    fingerprint: name,
  });
  const body = JSON.stringify({ version: '4', status: 'firing', alerts: ['disk', 'queue'].map(alert) });
  const response = await request(`/api/integrations/prometheus/${world.prometheus.key}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const { results } = (await response.json()) as { results: { incident: { id: string } }[] };
  const ids = results.map(({ incident }) => incident.id);
  expect(new Set(ids).size).toBe(2);
  await idle();
  expect(await world.outbox()).toEqual([]);
  await pass(2);
  expect(await world.outbox()).toEqual(['ana email']);
  const [mail] = await outboxMessages();
  expect(mail?.subject).toContain('2 incidents on checkout');
  expect(mail?.text).toContain('disk is broken');
  expect(mail?.text).toContain('queue is broken');

  const link = /\/r\/[\w-]{64}/.exec(mail?.text ?? '')?.[0] ?? 'none';
  const pressed = await request(link, { method: 'POST', headers: { accept: 'application/json' } });
  expect(await pressed.json()).toMatchObject({ bundle: { acknowledged: 2, total: 2 } });
  for (const id of ids) expect(await world.incident(id)).toMatchObject({ status: 'ACKNOWLEDGED' });

  // One that comes by itself goes out at once.
  await world.send('trigger', 'cache');
  expect(await world.outbox()).toHaveLength(2);
});
