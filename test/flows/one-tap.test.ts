import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { switchFaults } from '../../workers/faults';
import { pass, startClock, stopClock, tolerate } from './support/clock';
import { newWorld, outboxMessages, request, type World } from './support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld(STEPS);
});
afterAll(stopClock);
afterEach(() => switchFaults({ d1: null, queue: 0 }));

const STEPS = [
  { delaySeconds: 0, users: ['ana'] },
  { delaySeconds: 300, users: ['bo'] },
];

/** The path of the link in the last mail to somebody. */
async function linkIn(recipient: string): Promise<string> {
  const mail = (await outboxMessages()).findLast(({ recipientName }) => recipientName === recipient);
  const path = /\/r\/[\w-]{64}/.exec(mail?.text ?? '')?.[0];
  if (!path) throw new Error(`no link in the mail to ${recipient}`);
  return path;
}

const statusOf = async (id: string) => (await world.incident(id)).status;
const acknowledgements = async (id: string) => {
  const { data } = (await world.call('GET', `/incidents/${id}/timeline`)).body as {
    data: { kind: string; actor: { name: string }; origin: string }[];
  };
  return data.filter(({ kind }) => kind === 'acknowledged').map(({ actor, origin }) => `${actor.name} ${origin}`);
};
/** What a service worker sends: no cookie at all. */
const press = (path: string) => request(path, { method: 'POST', headers: { accept: 'application/json' } });

it('a link in a mail only shows when it is opened, and acknowledges when its button is pressed, without signing in', async () => {
  const { incident } = await world.send('trigger', 'db');
  const id = incident?.id ?? '';
  const path = await linkIn('ana');

  for (const method of ['GET', 'HEAD', 'GET']) {
    const opened = await request(path, { method, headers: { 'user-agent': 'Link scanner' } });
    expect(opened.status).toBe(200);
    expect(opened.headers.get('referrer-policy')).toBe('same-origin');
    if (method === 'GET') {
      const html = await opened.text();
      expect(html).toContain('db is broken');
      expect(html).not.toContain('<script');
      expect(html.match(/<button/g)).toHaveLength(1);
    }
  }
  expect(await statusOf(id)).toBe('OPEN');

  const pressed = await request(path, { method: 'POST', headers: { origin: 'null' } });
  expect(pressed.status).toBe(303);
  expect(await (await request(pressed.headers.get('location') ?? '')).text()).toContain('Nobody else is paged');
  expect(await acknowledgements(id)).toEqual(['ana email']);
  expect((await press(path)).status).toBe(200);
  expect(await acknowledgements(id)).toHaveLength(1);
  await pass(600);
  expect((await world.outbox()).filter((line) => line.startsWith('bo'))).toEqual([]);
});

it('a forged link and one of another day get a page that says so, and change nothing', async () => {
  const { incident } = await world.send('trigger', 'disk');
  const id = incident?.id ?? '';
  const path = await linkIn('ana');
  const forged = `${path.slice(0, 20)}${path[20] === 'A' ? 'B' : 'A'}${path.slice(21)}`;
  for (const wrong of [forged, `${path}x`, '/r/short']) {
    expect((await request(wrong)).status).toBe(404);
    expect((await request(wrong, { method: 'POST' })).status).toBe(404);
    expect((await press(wrong)).status).toBe(404);
  }
  expect(await statusOf(id)).toBe('OPEN');
  await pass(24 * 3600);
  const ended = await request(path);
  expect(ended.status).toBe(410);
  expect(await ended.text()).toContain('it worked for 24 hours');
  expect((await request(path, { method: 'POST' })).status).toBe(410);
  expect(await acknowledgements(id)).toEqual([]);
});

it('a page is answered from a notification while every call of D1 fails, and not by somebody who was disabled', async () => {
  const first = await world.send('trigger', 'queue');
  const path = await linkIn('ana');
  switchFaults({ d1: 'fail', queue: 0 });
  tolerate({ projection: true });
  const answered = await press(path);
  expect(answered.status).toBe(200);
  expect(await answered.json()).toMatchObject({
    action: 'acknowledge',
    changed: true,
    incident: { status: 'ACKNOWLEDGED' },
  });
  switchFaults({ d1: null, queue: 0 });
  await pass(60);
  tolerate({});
  expect(await acknowledgements(first.incident?.id ?? '')).toEqual(['ana email']);

  const second = await world.send('trigger', 'other');
  const link = await linkIn('ana');
  await world.call('PATCH', `/users/${world.people.ana}`, { status: 'DISABLED' });
  expect((await press(link)).status).toBe(403);
  expect(await statusOf(second.incident?.id ?? '')).toBe('OPEN');
});
