import { env } from 'cloudflare:workers';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { MINUTE } from '../../domain/shared/time';
import { switchFaults } from '../../workers/faults';
import { idle, pass, startClock, stopClock, tolerate } from './support/clock';
import { figures } from './support/figures';
import { newWorld, outboxMessages, PASSWORD, request, told } from './support/world';

vi.setConfig({ testTimeout: 90_000 });
beforeAll(startClock);
afterAll(stopClock);
afterEach(() => switchFaults({ d1: null, queue: 0 }));

const CHANNELS = {
  email: 'ana@example.test',
  sms: '+4930123456',
  voice: '+4930123457',
  whatsapp: '+4930123458',
  slack: 'U0ANA',
};

/** What a browser says of a form; the Remix app compares the two. */
const FORM = {
  'content-type': 'application/x-www-form-urlencoded',
  origin: 'http://127.0.0.1:8787',
  host: '127.0.0.1:8787',
};

const count = async (table: string, id: string): Promise<number> =>
  (await env.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE incident_id = ?`).bind(id).first<{ n: number }>())
    ?.n ?? 0;

async function signedIn(email: string): Promise<string> {
  const answer = await request('/login', {
    method: 'POST',
    headers: FORM,
    body: new URLSearchParams({ email, password: PASSWORD }).toString(),
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

it('F2: accepts, pages on every channel, escalates and is acknowledged while every call of D1 fails for ten minutes, and catches up within a minute', async () => {
  const world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 60, users: ['bo'] },
    { delaySeconds: 300, users: ['cy'] },
  ]);
  const userId = world.people.ana;
  const { data } = (await world.call('GET', `/contact-methods?userId=${userId}`)).body as { data: { id: string }[] };
  const methods = [data[0]?.id ?? ''];
  for (const [kind, value] of Object.entries(CHANNELS).slice(1))
    methods.push((await world.create('/contact-methods', { userId, kind, value, verified: true })).id);
  for (const contactMethodId of methods)
    await world.create('/notification-rules', { userId, urgency: 'HIGH', contactMethodId, delayMinutes: 0 });
  await told();
  const cookie = await signedIn('bo@example.test');
  switchFaults({ d1: 'fail', queue: 0 });
  tolerate({ projection: true });
  const began = Date.now();

  const { status, incident } = await world.send('trigger', 'db');
  expect(status).toBe(202);
  const id = incident?.id ?? '';
  const channels = (await outboxMessages()).map(({ channel }) => channel);
  expect(channels.toSorted()).toEqual(Object.keys(CHANNELS).toSorted());
  await pass(60);
  const names = async () => [...new Set((await outboxMessages()).map(({ recipientName }) => recipientName))];
  expect(await names()).toEqual(['ana', 'bo']);

  const doors: Record<string, (id: string) => Promise<number>> = {
    'API key': async (one) => (await world.call('POST', `/incidents/${one}/acknowledge`)).status,
    link: async (one) => {
      const mail = (await outboxMessages()).findLast(
        ({ channel, text }) => channel === 'email' && text.includes('door'),
      );
      const path = /\/r\/[\w-]{64}/.exec(mail?.text ?? '')?.[0] ?? one;
      return (await request(path, { method: 'POST', headers: { accept: 'application/json' } })).status;
    },
    session: async (one) =>
      (
        await request(`/incidents/${one}`, {
          method: 'POST',
          headers: { ...FORM, cookie },
          body: 'verb=acknowledge',
        })
      ).status,
  };
  const answered: string[] = [];
  for (const [door, press] of Object.entries(doors)) {
    const opened = await world.send('trigger', `door ${door}`);
    expect(opened.status).toBe(202);
    const one = opened.incident?.id ?? '';
    expect(await press(one), door).toBeLessThan(400);
    const shown = await world.call('GET', `/incidents/${one}`);
    expect(shown.body, door).toMatchObject({ status: 'ACKNOWLEDGED', number: null });
    answered.push(door);
  }

  // What a person sees then: the incident as it is, with its buttons, and elsewhere why there is nothing.
  const look = (path: string) => request(path, { headers: { cookie } });
  const page = await look(`/incidents/${id}`);
  expect(page.status).toBe(200);
  const html = await page.text();
  expect(html).toContain('db is broken');
  expect(html).toMatch(/name="verb" value="acknowledge"|value="acknowledge"/);
  const list = await look('/incidents');
  expect(list.status).toBe(503);
  expect(await list.text()).toContain('Paging goes on without it');

  const acknowledged = await world.call('POST', `/incidents/${id}/acknowledge`);
  expect(acknowledged).toMatchObject({ status: 200, body: { status: 'ACKNOWLEDGED' } });
  // Nothing more is due: the rest of the ten minutes is one leap.
  vi.setSystemTime(began + 10 * MINUTE);
  expect(await names()).toEqual(['ana', 'bo']);
  expect((await world.incident(id)).number).toBeNull();

  switchFaults({ d1: null, queue: 0 });
  // After the leap much is due at once, and it is the alarms that begin it.
  tolerate({ messages: 1_000, projection: true });
  await pass(60);
  tolerate({});
  await idle();
  const row = await env.DB.prepare('SELECT status, number FROM incidents WHERE id = ?').bind(id).first();
  expect(row).toMatchObject({ status: 'ACKNOWLEDGED' });
  const lines = (await world.timeline(id)).length;
  const rows = await count('timeline_events', id);
  figures('F2', {
    'minutes without D1': 10,
    'webhooks 202': 1 + answered.length,
    channels: channels.length,
    'acknowledged by': answered.join(', '),
    'timeline of the object': lines,
    'in the read model after 60 s': rows,
  });
  expect(rows).toBe(lines);
  const ready = (await (await request('/readyz')).json()) as { health: { projectionLagMs: number } };
  expect(ready.health.projectionLagMs).toBeGreaterThan(9 * MINUTE);
  expect(await count('notifications', id)).toBe(Object.keys(CHANNELS).length + 1);
});
