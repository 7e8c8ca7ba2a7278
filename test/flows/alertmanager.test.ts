import { afterAll, beforeAll, expect, it } from 'vitest';
import firing from '../fixtures/payloads/prometheus/01-firing-single-critical.json';
import mixed from '../fixtures/payloads/prometheus/03-mixed-one-resolved-one-firing.json';
import { idle, pass, startClock, stopClock } from './support/clock';
import { newWorld, PASSWORD, request } from './support/world';

beforeAll(startClock);
afterAll(stopClock);

type Accepted = { results: { action: string; incident?: { id: string } }[] };

const form = (fields: Record<string, string>, cookie = ''): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers: { origin: 'http://127.0.0.1:8787', host: '127.0.0.1:8787', cookie },
});

// What Debian's Alertmanager 0.25 really sent, walked from the alert to the last line of the timeline.
it('pages by a real Alertmanager’s payload until somebody acknowledges in the browser, and ends with its resolve', async () => {
  const world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 60, users: ['bo'] },
  ]);
  const post = async (body: unknown): Promise<Accepted> => {
    const url = `/api/integrations/prometheus?key=${world.prometheus.key}`;
    const headers = { 'content-type': 'application/json', 'user-agent': 'Alertmanager/0.25.0' };
    const response = await request(url, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(response.status).toBe(202);
    await idle();
    return response.json();
  };

  const { results } = await post(firing.request.body);
  const id = results[0]?.incident?.id ?? '';
  expect(await world.outbox()).toEqual(['ana email']);
  await pass(60);
  expect(await world.outbox()).toEqual(['ana email', 'bo email']);

  const signedIn = await request('/login', form({ email: 'bo@example.test', password: PASSWORD, next: '/' }));
  expect(signedIn.status).toBe(302);
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await request(`/incidents/${id}`, { headers: { cookie } });
  expect(await page.text()).toContain('Instance db-1.example.com:9100 down');
  const acknowledged = await request(`/incidents/${id}`, form({ verb: 'acknowledge' }, cookie));
  expect(acknowledged.status).toBe(302);
  await pass(300);
  expect(await world.outbox()).toEqual(['ana email', 'bo email']);
  expect(await world.incident(id)).toMatchObject({ status: 'ACKNOWLEDGED', assignee: { name: 'bo' } });

  // One post resolves the first alert and fires a second one, which is an incident of its own.
  const second = await post(mixed.request.body);
  expect(second.results.map(({ action }) => action)).toEqual(['resolve', 'trigger']);
  expect((await world.incident(id)).status).toBe('RESOLVED');
  expect((await world.outbox()).slice(2).toSorted()).toEqual(['ana email', 'ana email resolved', 'bo email resolved']);

  const { data } = (await world.call('GET', `/incidents/${id}/timeline`)).body as {
    data: { kind: string; actor: { name: string }; origin: string }[];
  };
  expect(data.map(({ kind, actor, origin }) => `${kind} ${actor.name} ${origin}`)).toEqual([
    'opened prometheus webhook',
    'step-fired OpsKnight timer',
    'notification-sent OpsKnight timer',
    'step-fired OpsKnight timer',
    'notification-sent OpsKnight timer',
    'acknowledged bo web',
    'alert-resolved prometheus webhook',
    'resolved prometheus webhook',
    'notification-sent OpsKnight timer',
    'notification-sent OpsKnight timer',
  ]);
});
