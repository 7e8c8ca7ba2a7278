import { env } from 'cloudflare:workers';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { signButton } from '../../workers/access/slack-button';
import { configOf } from '../../workers/config';
import { switchFaults } from '../../workers/faults';
import { fakeProvider } from '../fakes/http';
import { pressOf, slackRequest } from '../fakes/slack';
import { idle, startClock, stopClock, tolerate } from './support/clock';
import { newWorld, outboxMessages, request, told, type World } from './support/world';

let world: World;

beforeAll(async () => {
  startClock();
  world = await slackWorld();
});
afterAll(stopClock);
afterEach(() => {
  switchFaults({ d1: null, queue: 0 });
  vi.restoreAllMocks();
});

const ANA = 'U0ANA12345';

/** A service with a channel, paging ana, whose Slack account is connected. */
async function slackWorld() {
  const world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  await world.create('/contact-methods', { userId: world.people.ana, kind: 'slack', value: ANA, verified: true });
  await world.call('PATCH', `/services/${world.service.id}`, { slackChannel: '#checkout' });
  await told();
  return world;
}

/** What the channel has been shown, oldest first: whether it was a change or a reply, and the words. */
const channel = async (): Promise<string[]> =>
  (await outboxMessages())
    .filter(({ to }) => to === '#checkout')
    .map(({ subject, text }) => (subject === null ? text : `${subject}: ${text}`));

/** Whoever presses has no session of any kind: Slack's signature and the connected account are all it takes. */
async function press(verb: string, incidentId: string): Promise<{ status: number; again: () => Promise<Response> }> {
  fakeProvider(200, 'ok');
  const value = await signButton(configOf(env), incidentId);
  const signed = slackRequest(pressOf({ memberId: ANA, verb, value }));
  const { status } = await request('/api/providers/slack/interactions', signed);
  await idle();
  return { status, again: () => request('/api/providers/slack/interactions', signed) };
}

it('posts once, takes an answer by button without a session, changes the message and tells the thread', async () => {
  const { incident } = await world.send('trigger', 'db', { summary: 'Disk <!channel> full' });
  const id = incident?.id ?? '';
  await vi.waitFor(async () => expect(await channel()).toHaveLength(1));
  const [first] = await channel();
  expect(first).toContain('Disk <!channel> full');
  expect(first).toContain('[Acknowledge] [Resolve] [Escalate] [Snooze 1 h] [View]');
  const page = (await outboxMessages()).find(({ to }) => to === ANA);
  expect(page?.text).toContain('[Acknowledge]');

  const { status, again } = await press('acknowledge', id);
  expect(status).toBe(200);
  expect(await world.incident(id)).toMatchObject({ status: 'ACKNOWLEDGED', assignee: { name: 'ana' } });
  await vi.waitFor(async () => expect(await channel()).toHaveLength(3));
  const [, changed, reply] = await channel();
  expect(changed).toMatch(/^The message was changed: [\s\S]*\*Acknowledged\*, with ana/);
  expect(changed).not.toContain('[Acknowledge]');
  expect(reply).toBe('In the thread: *ana* acknowledged, paging stopped');
  const { data } = (await world.call('GET', `/incidents/${id}/timeline`)).body;
  expect(data).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        kind: 'acknowledged',
        origin: 'slack',
        actor: expect.objectContaining({ name: 'ana' }),
      }),
      expect.objectContaining({ kind: 'channel-posted', detail: { channel: '#checkout' } }),
    ]),
  );

  const before = await world.timeline(id);
  expect((await again()).status).toBe(200);
  await idle();
  expect(await world.timeline(id)).toEqual(before);
  expect(await channel()).toHaveLength(3);
});

it('posts and takes answers while every call of D1 fails', async () => {
  const seen = (await channel()).length;
  switchFaults({ d1: 'fail', queue: 0 });
  tolerate({ projection: true });
  const { incident } = await world.send('trigger', 'away');
  await vi.waitFor(async () => expect((await channel()).length).toBe(seen + 1));
  expect((await press('acknowledge', incident?.id ?? '')).status).toBe(200);
  const detail = await world.call('GET', `/incidents/${incident?.id}`);
  expect(detail.body).toMatchObject({ status: 'ACKNOWLEDGED', assignee: { name: 'ana' } });
});
