import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { idle, pass, startClock, stopClock } from './support/clock';
import { newWorld, request, told, type World } from './support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
});
afterAll(stopClock);
afterEach(async () => {
  const { data } = (await world.call('GET', '/incidents?status=OPEN,ESCALATED,SUPPRESSED')).body as {
    data: { id: string }[];
  };
  if (data.length > 0) await world.call('POST', '/incidents/bulk', { verb: 'resolve', ids: data.map(({ id }) => id) });
  await idle();
  await pass(120);
});

const OFF = {
  ...{ groupingMinutes: null, groupingLabels: [], stormLimit: null, flapLimit: null, flapMinutes: null },
  ...{ holdBackSeconds: null, holdBackCount: null, holdBackMinutes: null, autoResolveHours: null },
  reopenWindowMinutes: null,
};
async function set(settings: Record<string, unknown>): Promise<void> {
  const answer = await world.call('PATCH', `/services/${world.service.id}`, { settings: { ...OFF, ...settings } });
  expect(answer.status).toBe(200);
  await told();
  await idle();
}
const opened = async (key: string, labels: Record<string, string> = {}): Promise<string> =>
  (await world.send('trigger', key, { custom_details: labels })).incident?.id ?? '';
const keysOf = async (id: string) => (await world.incident(id)).alerts.map(({ dedupKey }) => dedupKey);
const pagesOf = async (id: string) =>
  ((await world.call('GET', `/incidents/${id}/notifications`)).body.data as { intent: string }[]).filter(
    ({ intent }) => intent === 'page',
  ).length;

it('groups what has a label in common within the window, pages once for it, and resolves with the last of it', async () => {
  await set({ groupingMinutes: 5, groupingLabels: ['cluster'] });
  const first = await opened('disk1', { cluster: 'eu' });
  expect(await opened('disk2', { cluster: 'eu' })).toBe(first);
  const other = await opened('disk3', { cluster: 'us' });
  expect(other).not.toBe(first);
  expect(await keysOf(first)).toEqual(['disk1', 'disk2']);
  expect(await pagesOf(first)).toBe(1);
  expect(await world.timeline(first)).toContain('alert-grouped');
  await world.send('resolve', 'disk1');
  expect(await world.incident(first)).toMatchObject({ status: 'OPEN' });
  await world.send('resolve', 'disk2');
  expect(await world.incident(first)).toMatchObject({ status: 'RESOLVED' });
  expect(await opened('disk2', { cluster: 'eu' })).not.toBe(first);
  await pass(301);
  expect(await opened('disk4', { cluster: 'us' })).not.toBe(other);
});

it('folds what goes beyond the limit of a minute into one incident, refuses nothing, and says why in the trace', async () => {
  await set({ stormLimit: 3 });
  const ids = [];
  for (let n = 0; n < 8; n += 1) ids.push(await opened(`storm${n}`));
  const storm = ids[3] ?? '';
  expect(new Set(ids).size).toBe(4);
  expect(ids.slice(3)).toEqual(Array(5).fill(storm));
  expect((await world.incident(storm)).title).toBe('Alert storm on checkout: more than 3 new incidents a minute');
  expect(await keysOf(storm)).toHaveLength(5);
  expect(await pagesOf(storm)).toBe(1);
  const { data } = (await world.call('GET', `/integrations/${world.events.id}/events`)).body as {
    data: { results: { decision?: string }[] }[];
  };
  expect(JSON.stringify(data)).toContain('a storm: more than 3 new incidents in a minute are told in one');
  for (let n = 3; n < 8; n += 1) await world.send('resolve', `storm${n}`);
  expect(await world.incident(storm)).toMatchObject({ status: 'RESOLVED' });
  await pass(60);
  expect(new Set([await opened('calm1'), await opened('calm2')]).size).toBe(2);
});

it('holds a new incident back until it has burnt for long enough, by its own alarm', async () => {
  await set({ holdBackSeconds: 60 });
  const burns = await opened('burns');
  const blips = await opened('blips');
  expect(await world.incident(burns)).toMatchObject({ status: 'SUPPRESSED' });
  await pass(30);
  await world.send('resolve', 'blips');
  await pass(30);
  expect(await world.incident(burns)).toMatchObject({ status: 'OPEN' });
  expect(await pagesOf(burns)).toBe(1);
  expect(await world.incident(blips)).toMatchObject({ status: 'RESOLVED' });
  expect(await pagesOf(blips)).toBe(0);
});

it('damps a key that flaps, and pages again when it stays open', async () => {
  await set({ flapLimit: 2, flapMinutes: 10 });
  for (let n = 0; n < 2; n += 1) {
    expect(await pagesOf(await opened('flaps'))).toBe(1);
    await world.send('resolve', 'flaps');
  }
  const third = await opened('flaps');
  expect(await world.incident(third)).toMatchObject({ status: 'SUPPRESSED' });
  expect(await pagesOf(third)).toBe(0);
  await pass(600);
  expect(await world.incident(third)).toMatchObject({ status: 'OPEN' });
  expect(await pagesOf(third)).toBe(1);
});

it('counts for flapping how often an incident was opened again', async () => {
  await set({ flapLimit: 2, flapMinutes: 10, reopenWindowMinutes: 5 });
  const id = await opened('again');
  await world.send('resolve', 'again');
  expect(await opened('again')).toBe(id);
  await world.send('resolve', 'again');
  expect(await pagesOf(id)).toBe(2);
  expect(await opened('again')).toBe(id);
  expect(await world.incident(id)).toMatchObject({ status: 'SUPPRESSED' });
  expect(await pagesOf(id)).toBe(2);
});

it('resolves an incident that nothing was heard of, and frees its key', async () => {
  await set({ autoResolveHours: 1 });
  const id = await opened('quiet');
  await pass(3600);
  expect(await world.incident(id)).toMatchObject({ status: 'RESOLVED' });
  expect(await opened('quiet')).not.toBe(id);
});

it('takes several keys of one request into one group', async () => {
  await set({ groupingMinutes: 5 });
  const alert = (name: string) => ({ status: 'firing', labels: { alertname: name }, fingerprint: name });
  const body = JSON.stringify({ version: '4', status: 'firing', alerts: ['x', 'y', 'z'].map(alert) });
  const headers = { 'content-type': 'application/json' };
  const response = await request(`/api/integrations/prometheus/${world.prometheus.key}`, {
    method: 'POST',
    headers,
    body,
  });
  const { results } = (await response.json()) as { results: { incident: { id: string } }[] };
  await idle();
  expect(new Set(results.map(({ incident }) => incident.id)).size).toBe(1);
});
