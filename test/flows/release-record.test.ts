import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, it } from 'vitest';
import { phonePort } from '../../workers/durable/stubs';
import type { Env } from '../../workers/env';
import { pass, startClock, stopClock, tolerate } from './support/clock';
import { inboxStub, incidentStub, within } from './support/object';
import { dumpObject } from './support/release';
import { newWorld } from './support/world';

beforeAll(startClock);
afterAll(stopClock);

const stubIn = (namespace: 'PERSON' | 'PHONE', name: string): DurableObjectStub => {
  const found = env[namespace] as unknown as DurableObjectNamespace;
  return found.get(found.idFromName(name));
};

/** Prints what this release stores and says, for `scripts/record-release.mjs` to keep; otherwise there is nothing to do. */
it.runIf(process.env.RECORD_RELEASE)('records what this release stores, calls and queues', async () => {
  const world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 300, users: ['bo'] },
  ]);
  const number = '+4930123456';
  const { ana = '' } = world.people;
  await world.create('/contact-methods', { userId: ana, kind: 'sms', value: number, verified: true });
  const running = (await world.send('trigger', 'running')).incident?.id ?? '';
  const snoozed = (await world.send('trigger', 'snoozed')).incident?.id ?? '';
  await world.call('POST', `/incidents/${snoozed}/snooze`, { minutes: 30 });
  const over = (await world.send('trigger', 'over')).incident?.id ?? '';
  await world.call('POST', `/incidents/${over}/acknowledge`);
  await world.send('resolve', 'over');
  await pass(30);
  await phonePort(env as unknown as Env, 'sms', number).codeFor({
    number,
    incidentId: running,
    notificationId: 'ntf_1',
    expiresAt: Date.now() + 86_400_000,
  });

  // An opening and a repeat that the inbox has accepted and not handed on yet.
  const inbox = inboxStub(world.events.key);
  tolerate({ messages: 10 });
  await within(inbox, (object) => {
    object.drain = async () => undefined;
  });
  await world.send('trigger', 'on-its-way');
  await world.send('trigger', 'running');
  const stored = {
    inbox: await dumpObject(inbox, 'INBOX', world.events.key.slice(0, 10)),
    running: await dumpObject(incidentStub(running), 'INCIDENT', running),
    snoozed: await dumpObject(incidentStub(snoozed), 'INCIDENT', snoozed),
    over: await dumpObject(incidentStub(over), 'INCIDENT', over),
    person: await dumpObject(stubIn('PERSON', ana), 'PERSON', ana),
    phone: await dumpObject(stubIn('PHONE', `sms:${number}`), 'PHONE', `sms:${number}`),
  };
  const notificationId = String(stored.running.rows.notifications?.[0]?.id);
  const plan = JSON.parse(String(stored.running.rows.incident?.[0]?.plan)) as unknown;
  const messages = (stored.inbox.rows.outbox ?? []).map((row) => ({
    incidentId: row.incident_id,
    message: { ...(JSON.parse(String(row.message)) as object), seq: row.seq },
  }));
  const by = { actor: { kind: 'user', id: ana, name: 'ana' }, origin: 'web' };
  const calls = [
    ...messages.map(({ incidentId, message }) => ({
      incidentId,
      method: 'receive',
      args: [{ inbox: stored.inbox.name, plan, messages: [message] }],
    })),
    { incidentId: running, method: 'claim', args: [notificationId] },
    { incidentId: running, method: 'deadLetter', args: [notificationId, 'the queue email gave up'] },
    { incidentId: running, method: 'respondent', args: [notificationId] },
    { incidentId: running, method: 'apply', args: [{ kind: 'command', command: { verb: 'escalate' } }, by] },
    {
      incidentId: running,
      method: 'apply',
      args: [
        { kind: 'command', command: { verb: 'acknowledge', assignee: { kind: 'USER', id: ana, name: 'ana' } } },
        by,
      ],
    },
    { incidentId: running, method: 'apply', args: [{ kind: 'command', command: { verb: 'resolve' } }, by] },
    { incidentId: running, method: 'detail', args: [] },
  ];
  const queue = [
    { kind: 'notification', incidentId: running, notificationId, channel: 'email' },
    { kind: 'message', messageId: 'msg_gone', channel: 'sms' },
    { kind: 'webhook', deliveryId: 'whd_gone' },
    { kind: 'channel-post', incidentId: running, channel: 'slack' },
  ];
  const names = { running, snoozed, over, bo: world.people.bo, notificationId, number };
  console.log(`RELEASE ${JSON.stringify({ at: Date.now(), names, objects: stored, calls, queue })}`);
});
