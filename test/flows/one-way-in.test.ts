import { env } from 'cloudflare:workers';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ACTION_LIFE } from '../../domain/respond/action-token';
import { phoneName } from '../../domain/respond/reply-code';
import { signButton } from '../../workers/access/slack-button';
import { configOf } from '../../workers/config';
import { fakeProvider } from '../fakes/http';
import { pressOf, slackRequest } from '../fakes/slack';
import { buryObject } from '../living-objects';
import { idle, pass, startClock, stopClock } from './support/clock';
import { postFromTwilio } from './support/twilio';
import { newWorld, outboxMessages, PASSWORD, request, told, type World } from './support/world';

// Every verb through every door it has: the same state, the same logbook, the same notifications.

let world: World;
let cookie = '';
let count = 0;

const NUMBER = '+4930123456';
const MEMBER = 'U0ANA12345';
const ORIGIN = 'http://127.0.0.1:8787';
const asAna = (path: string, body: BodyInit, type: string) =>
  request(path, {
    method: 'POST',
    body,
    headers: { origin: ORIGIN, host: '127.0.0.1:8787', cookie, 'content-type': type },
  });
const post = (path: string, body: object) => asAna(`/api/v1${path}`, JSON.stringify(body), 'application/json');
const form = (path: string, fields: Record<string, string>) =>
  asAna(path, new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded');

beforeAll(async () => {
  startClock();
  world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 3600, users: ['bo'] },
  ]);
  const userId = world.people.ana;
  await world.create('/contact-methods', { userId, kind: 'slack', value: MEMBER, verified: true });
  await world.create('/contact-methods', { userId, kind: 'sms', value: NUMBER, verified: true });
  await told();
}, 60_000);
afterAll(stopClock);
afterEach(() => {
  vi.restoreAllMocks();
});

/** A session ends long before the clock has passed through a case. */
async function signIn(): Promise<void> {
  const signedIn = await form('/login', { email: 'ana@example.test', password: PASSWORD, next: '/' });
  cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
}

type Door = 'web' | 'api' | 'bulk' | 'event' | 'link' | 'slack' | 'sms' | 'timer';
type Case = {
  verb: string;
  /** What the verb is asked with. */
  given?: Record<string, string | number>;
  /** The same as the page's form has it. */
  typed?: Record<string, string>;
  /** Verbs that come before it. */
  after?: [string, object?][];
  doors: Door[];
};

const CASES: Case[] = [
  { verb: 'acknowledge', doors: ['web', 'api', 'bulk', 'link', 'slack', 'sms'] },
  { verb: 'resolve', given: { note: 'done' }, doors: ['web', 'api', 'bulk'] },
  { verb: 'resolve', doors: ['web', 'api', 'bulk', 'event', 'slack'] },
  { verb: 'escalate', given: { step: 2 }, doors: ['web', 'api', 'bulk'] },
  { verb: 'escalate', doors: ['web', 'api', 'bulk', 'slack', 'sms'] },
  { verb: 'snooze', given: { minutes: 60 }, doors: ['web', 'api', 'bulk', 'slack'] },
  { verb: 'unsnooze', after: [['snooze', { minutes: 30 }]], doors: ['web', 'api', 'bulk', 'timer'] },
  { verb: 'pause', given: { minutes: 30 }, doors: ['web', 'api', 'bulk'] },
  { verb: 'resume', after: [['pause', { minutes: 30 }]], doors: ['web', 'api', 'bulk', 'timer'] },
  { verb: 'suppress', doors: ['web', 'api', 'bulk'] },
  { verb: 'unsuppress', after: [['suppress', {}]], doors: ['web', 'api', 'bulk'] },
  { verb: 'reopen', after: [['resolve', {}]], doors: ['web', 'api', 'bulk'] },
  { verb: 'reassign', doors: ['web', 'api', 'bulk'] },
  { verb: 'urgency', given: { urgency: 'LOW' }, doors: ['api', 'bulk'] },
  { verb: 'priority', given: { priority: 'P2' }, doors: ['api', 'bulk'] },
];

async function through(door: Door, { verb, given = {}, typed = {} }: Case, id: string, key: string): Promise<void> {
  const to = verb === 'reassign' ? { userId: world.people.bo ?? '' } : {};
  switch (door) {
    case 'web': {
      const assignee: Record<string, string> = verb === 'reassign' ? { assignee: `user:${world.people.bo}` } : {};
      const fields = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
      const answer = await form(`/incidents/${id}`, { verb, ...fields, ...typed, ...assignee });
      expect(answer.status).toBe(302);
      return;
    }
    case 'api': {
      const isEdit = verb === 'urgency' || verb === 'priority';
      const answer = isEdit
        ? await request(`/api/v1/incidents/${id}`, {
            method: 'PATCH',
            body: JSON.stringify(given),
            headers: { origin: ORIGIN, cookie, 'content-type': 'application/json' },
          })
        : await post(`/incidents/${id}/${verb}`, { ...given, ...to });
      expect(answer.status).toBe(200);
      return;
    }
    case 'bulk': {
      const answer = await post('/incidents/bulk', { verb, ids: [id], ...given, ...to });
      expect(await answer.json()).toMatchObject({ data: [{ ok: true, changed: true }] });
      return;
    }
    case 'event':
      await world.send(verb as 'resolve', key);
      return;
    case 'link': {
      const mail = (await outboxMessages()).findLast(
        ({ channel, text }) => channel === 'email' && text.includes(`${key} is broken`),
      );
      const path = /\/r\/[\w-]{64}/.exec(mail?.text ?? '')?.[0] ?? '';
      expect((await request(path, { method: 'POST', headers: { accept: 'application/json' } })).status).toBe(200);
      return;
    }
    case 'slack': {
      fakeProvider(200, 'ok');
      const pressed = pressOf({ memberId: MEMBER, verb, value: await signButton(configOf(env), id) });
      expect((await request('/api/providers/slack/interactions', slackRequest(pressed))).status).toBe(200);
      vi.restoreAllMocks();
      return;
    }
    case 'sms': {
      // What the text would have said if it had gone by Twilio, and not into the outbox.
      const { data } = (await world.call('GET', `/incidents/${id}/notifications`)).body as {
        data: { id: string; channel: string }[];
      };
      const notificationId = data.find(({ channel }) => channel === 'sms')?.id ?? '';
      const phone = env.PHONE.getByName(phoneName('sms', NUMBER));
      const expiresAt = Date.now() + ACTION_LIFE;
      const code = await phone.codeFor({ number: NUMBER, incidentId: id, notificationId, expiresAt });
      const Body = `${verb === 'acknowledge' ? 4 : 6} ${code}`;
      const answer = await postFromTwilio('/api/providers/twilio/sms', {
        MessageSid: `SM${count}`,
        From: NUMBER,
        Body,
      });
      expect(answer.status).toBe(200);
      return;
    }
    case 'timer':
      await pass(30 * 60);
      return;
  }
}

/** What an incident has come to: its state, its logbook without who and when, and who was told what. */
async function outcome(id: string) {
  await idle();
  const incident = await world.incident(id);
  const { data } = (await world.call('GET', `/incidents/${id}/notifications`)).body as {
    data: { userName: string; channel: string; intent: string }[];
  };
  const { status, urgency, priority, escalation } = incident;
  const told = data.map(({ userName, channel, intent }) => `${userName} ${channel} ${intent}`).toSorted();
  // How a message fared is the queue's affair; the tool's own word that it is over comes before what it leads to.
  const logbook = (await world.timeline(id)).filter(
    (kind) => !kind.startsWith('notification-') && kind !== 'alert-resolved',
  );
  return { status, urgency, priority, step: escalation.step, logbook, told };
}

async function run(one: Case, door: Door) {
  // An hour apart, so that no page is bundled with one of another incident.
  await pass(3_000);
  // A session lasts for half a day, which is more than eight of these take.
  if (count % 8 === 0) await signIn();
  count += 1;
  const key = `case-${count}`;
  const { incident } = await world.send('trigger', key);
  const id = incident?.id ?? '';
  await idle();
  for (const [verb, body = {}] of one.after ?? []) await post(`/incidents/${id}/${verb}`, body);
  await through(door, one, id, key);
  const result = await outcome(id);
  await world.call('POST', `/incidents/${id}/resolve`);
  await idle();
  buryObject('INCIDENT', id);
  return result;
}

describe.each(CASES)('$verb $given', (one) => {
  it(`comes to the same by ${one.doors.join(', ')}`, async () => {
    const [first, ...others] = one.doors;
    const expected = await run(one, first ?? 'api');
    for (const door of others) expect(await run(one, door), door).toEqual(expected);
  }, 180_000);
});
