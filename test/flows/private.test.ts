import { env } from 'cloudflare:workers';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { serviceInbox } from '../../domain/integration/key';
import { inboxPort } from '../../workers/durable/stubs';
import type { Env } from '../../workers/env';
import { fakeProvider } from '../fakes/http';
import { pass, startClock, stopClock } from './support/clock';
import { newWorld, outboxMessages, told, type World } from './support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 60, users: ['bo'] },
  ]);
  await world.call('PATCH', `/services/${world.service.id}`, { slackChannel: '#checkout' });
  for (const format of ['standard', 'teams'])
    await world.create('/webhooks', { name: format, format, url: `https://hooks.example.com/${format}` });
  await told();
});
afterAll(stopClock);
afterEach(() => vi.restoreAllMocks());

async function declare(visibility: 'PUBLIC' | 'PRIVATE'): Promise<string> {
  const actor = { kind: 'user' as const, id: world.people.admin ?? '', name: 'admin' };
  const inbox = serviceInbox(world.service.id);
  const signal = {
    dedupKey: visibility,
    title: `${visibility} trouble`,
    severity: null,
    urgency: 'HIGH' as const,
    source: null,
    sourceLink: null,
    labels: {},
    count: 1,
    at: Date.now(),
  };
  const declared = await inboxPort(env as unknown as Env, inbox).declare({
    inbox,
    description: null,
    urgency: 'HIGH',
    priority: null,
    visibility,
    assignee: null,
    by: { actor, origin: 'api' },
    signal,
  });
  if (!declared.ok) throw new Error(declared.error.message);
  return declared.value.id;
}

const inChannel = async (): Promise<string[]> =>
  (await outboxMessages()).filter(({ to }) => to === '#checkout').map(({ text }) => text);

it('a private incident pages its people, and tells no Slack channel and no webhook from open to resolved', async () => {
  const receiver = fakeProvider(200);
  const hidden = await declare('PRIVATE');
  await pass(60);
  await world.call('POST', `/incidents/${hidden}/notes`, { body: 'not for everybody' });
  await world.call('POST', `/incidents/${hidden}/acknowledge`);
  await world.call('POST', `/incidents/${hidden}/resolve`);
  await pass(60);
  expect(await world.outbox()).toEqual(expect.arrayContaining(['ana email', 'bo email']));
  expect(await world.incident(hidden)).toMatchObject({ visibility: 'PRIVATE', status: 'RESOLVED' });

  // A public one through the same outlets: they work, and what went before them would have come first.
  const open = await declare('PUBLIC');
  await vi.waitFor(
    async () => {
      expect(receiver.sent()).toHaveLength(2);
      expect(await inChannel()).toHaveLength(1);
    },
    { timeout: 5_000 },
  );
  expect(JSON.stringify(receiver.sent().map(({ body }) => body))).not.toMatch(/PRIVATE trouble|not for everybody/);
  expect((await inChannel()).join()).toContain('PUBLIC trouble');
  expect(await world.timeline(hidden)).not.toContain('channel-posted');
  expect(await world.timeline(open)).toContain('channel-posted');
});
