import { env } from 'cloudflare:workers';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { incidentPort } from '../../workers/durable/stubs';
import { switchFaults } from '../../workers/faults';
import { deliver } from '../../workers/senders/deliver';
import { fakeProvider } from '../fakes/http';
import { idle, pass, startClock, stopClock, tolerate } from './support/clock';
import { ORIGIN, postFromTwilio, TWILIO } from './support/twilio';
import { newWorld, type World } from './support/world';

const NUMBER = '+4930123456';
let world: World;

beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  const userId = world.people.ana;
  const { id } = await world.create('/contact-methods', { userId, kind: 'voice', value: NUMBER, verified: true });
  await world.create('/notification-rules', { userId, urgency: 'HIGH', contactMethodId: id, delayMinutes: 0 });
});
afterAll(stopClock);
afterEach(() => {
  vi.restoreAllMocks();
  switchFaults({ d1: null, queue: 0 });
  tolerate({});
});

/** Where a call's instructions want keys to be reported. */
const keysTo = (twiml: string): string => {
  const address = /<Gather numDigits="1" timeout="5" action="([^"]+)">/.exec(twiml)?.[1] ?? '';
  return address.replaceAll('&amp;', '&').replace(ORIGIN, '');
};

/** An incident, and the instructions of the call about it. */
async function called(key: string) {
  await pass(30 * 60);
  switchFaults({ d1: null, queue: 100 });
  tolerate({ messages: 1 });
  const { incident } = await world.send('trigger', key);
  const id = incident?.id ?? '';
  const provider = fakeProvider(201, { sid: 'CA1' });
  const [page] = (await world.call('GET', `/incidents/${id}/notifications`)).body.data as { id: string }[];
  await deliver({ ...env, ...TWILIO }, incidentPort(env, id), page?.id ?? '');
  vi.restoreAllMocks();
  switchFaults({ d1: null, queue: 0 });
  tolerate({});
  return { id, twiml: new URLSearchParams(provider.sent()[0]?.body).get('Twiml') ?? '' };
}

const press = async (path: string, Digits: string, more: Record<string, string> = {}, forge = false) => {
  const answer = await postFromTwilio(path, { CallSid: 'CA1', To: NUMBER, Digits, ...more }, forge);
  await idle();
  return answer;
};

it('4 acknowledges after wrong keys had it said again, and only for who was called', async () => {
  const { id, twiml } = await called('db');
  expect(twiml).toContain('Press 4 to acknowledge, or 6 to escalate.');
  expect(twiml.match(/<Gather /g)).toHaveLength(3);
  const first = keysTo(twiml);
  expect((await press(first, '4', {}, true)).status).toBe(401);
  expect((await press(first, '4', { To: '+4930999999' })).text).toContain('not a verified contact method');
  expect((await press(first, '4', { AnsweredBy: 'machine_start' })).text).toContain('Press 4');
  const again = await press(first, '9');
  expect(again.text).toContain('db is broken');
  expect(await world.answers(id)).toEqual([]);

  expect((await press(keysTo(again.text), '4')).text).toMatch(
    /^<Response><Say language="en-US">Incident \d+ on checkout is acknowledged\. Nobody else is paged\.<\/Say><Hangup\/>/,
  );
  expect(await world.answers(id)).toEqual(['ana acknowledged voice']);
});

it('6 escalates, and the third wrong key ends the call', async () => {
  const { id, twiml } = await called('queue');
  const second = keysTo((await press(keysTo(twiml), '*')).text);
  const third = keysTo((await press(second, '')).text);
  expect((await press(third, '5')).text).toContain('Nothing was done. Goodbye.');
  expect(await world.answers(id)).toEqual([]);
  expect((await press(third, '6', { CallSid: 'CA2' })).text).toContain('is escalated');
  expect(await world.answers(id)).toEqual(['ana escalated voice']);
});
