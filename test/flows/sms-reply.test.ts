import { env } from 'cloudflare:workers';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { incidentPort } from '../../workers/durable/stubs';
import { switchFaults } from '../../workers/faults';
import { deliver } from '../../workers/senders/deliver';
import { fakeProvider } from '../fakes/http';
import { idle, pass, startClock, stopClock, tolerate } from './support/clock';
import { postFromTwilio, TWILIO } from './support/twilio';
import { newWorld, type World } from './support/world';

const NUMBER = '+4930123456';
const FORM = '/api/providers/twilio/sms';
let world: World;
let method = '';
let sids = 0;

beforeAll(async () => {
  startClock();
  world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 900, users: ['bo'] },
  ]);
  const userId = world.people.ana;
  method = (await world.create('/contact-methods', { userId, kind: 'sms', value: NUMBER, verified: true })).id;
  await world.create('/notification-rules', { userId, urgency: 'HIGH', contactMethodId: method, delayMinutes: 0 });
});
afterAll(stopClock);
afterEach(() => {
  vi.restoreAllMocks();
  switchFaults({ d1: null, queue: 0 });
  tolerate({});
});

/** One that nobody needs any more pages nobody while the clock is moved on. */
const resolve = (id: string) => world.call('POST', `/incidents/${id}/resolve`);
let before: string | null = null;

/** An incident, and the text that Ana got of it by way of Twilio. */
async function paged(key: string) {
  if (before) await resolve(before);
  // A quarter of an hour of its own, so that the number's budget is not in the way.
  await pass(16 * 60);
  switchFaults({ d1: null, queue: 100 });
  tolerate({ messages: 1 });
  const { incident } = await world.send('trigger', key);
  const id = incident?.id ?? '';
  before = id;
  const provider = fakeProvider(201, { sid: 'SM1' });
  const [page] = (await world.call('GET', `/incidents/${id}/notifications`)).body.data as { id: string }[];
  await deliver({ ...env, ...TWILIO }, incidentPort(env, id), page?.id ?? '');
  vi.restoreAllMocks();
  switchFaults({ d1: null, queue: 0 });
  tolerate({});
  await idle();
  const text = new URLSearchParams(provider.sent()[0]?.body).get('Body') ?? '';
  return { id, text, code: /Reply 4 (\w{4}) to ack, 6 \1 to escalate\./.exec(text)?.[1] ?? 'none' };
}

const write = async (Body: string, From = NUMBER, more: { sid?: string; forge?: boolean } = {}) => {
  sids += 1;
  const answer = await postFromTwilio(FORM, { MessageSid: more.sid ?? `SM${sids}`, From, Body }, more.forge);
  await idle();
  return answer;
};
const statusOf = async (id: string) => (await world.incident(id)).status;

it('a reply acknowledges in the name of whoever has the number, once, and says what happened', async () => {
  const { id, text, code } = await paged('db');
  expect(text.length).toBeLessThanOrEqual(320);
  const answer = await write(`4 ${code.toLowerCase()}`);
  expect(answer).toEqual({
    status: 200,
    text: expect.stringMatching(
      /^<Response><Message>#\d+ on checkout is acknowledged\. Nobody else is paged\.<\/Message>/,
    ),
  });
  expect((await write(`4${code}`)).text).toContain('was acknowledged already. ana has it.');
  expect(await world.answers(id)).toEqual(['ana acknowledged sms']);
  await pass(1000);
  expect((await world.outbox()).filter((line) => line.startsWith('bo'))).toEqual([]);
});

it('a reply escalates once, however often Twilio brings it', async () => {
  const { id, code } = await paged('queue');
  for (let i = 0; i < 3; i += 1) await write(`6 ${code}`, NUMBER, { sid: 'SMsame' });
  expect(await statusOf(id)).toBe('ESCALATED');
  expect(await world.answers(id)).toEqual(['ana escalated sms']);
});

it('nobody else can use a code: not another number, not a forger, not a day later', async () => {
  const { id, code } = await paged('disk');
  expect((await write(`4 ${code}`, NUMBER, { forge: true })).status).toBe(401);
  expect((await write(`4 ${code}`, '+4930999999')).text).toContain(`There is no page with the code ${code}`);
  expect((await write('4 9999')).text).toContain('There is no page with the code 9999');
  expect((await write('4')).text).toContain('Which page?');
  expect((await write('on it')).text).toContain('Reply 4 and the code');
  await resolve(id);
  await pass(24 * 3600);
  expect((await write(`4 ${code}`)).text).toContain('older than 24 hours');
  expect(await world.answers(id)).toEqual([]);
});

it('a reply works while D1 is down', async () => {
  const { id, code } = await paged('cache');
  switchFaults({ d1: 'fail', queue: 0 });
  tolerate({ projection: true });
  expect((await write(`4 ${code}`)).text).toContain('is acknowledged');
  switchFaults({ d1: null, queue: 0 });
  await pass(60);
  tolerate({});
  expect(await world.answers(id)).toEqual(['ana acknowledged sms']);
});

it('STOP is said beside the contact method until START, and HELP is answered', async () => {
  const problem = async () => (await world.call('GET', `/contact-methods/${method}`)).body.problem;
  expect((await write('Stop')).text).toBe('<Response/>');
  expect(await problem()).toMatchObject({ reason: expect.stringContaining('STOP was sent') });
  expect((await write('START')).text).toBe('<Response/>');
  expect(await problem()).toBeNull();
  expect((await write('help')).text).toContain('STOP ends all texts');
});

it('a number that was taken off its owner answers nothing any more', async () => {
  const { id, code } = await paged('late');
  expect((await world.call('DELETE', `/contact-methods/${method}`)).status).toBe(204);
  expect((await write(`4 ${code}`)).text).toContain('not a verified contact method any more');
  expect(await world.answers(id)).toEqual([]);
});
