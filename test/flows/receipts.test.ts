import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { receiptMac } from '../../domain/notification/receipt/mac';
import { MINUTE } from '../../domain/shared/time';
import { configOf } from '../../workers/config';
import { switchFaults } from '../../workers/faults';
import { idle, pass, startClock, stopClock, tolerate } from './support/clock';
import { amazon, resend, sendgrid, ses, twilio } from './support/receipts';
import { newWorld, told, type World } from './support/world';

const SID = `SM${'0123456789abcdef'.repeat(2)}`;
let world: World;
let smsOfAna = '';

beforeAll(async () => {
  startClock();
  world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 600, users: ['bo'] },
  ]);
  const { id } = await world.create('/contact-methods', {
    userId: world.people.ana,
    kind: 'sms',
    value: '+4930123456',
    verified: true,
  });
  smsOfAna = id;
  const rule = (contactMethodId: string, delayMinutes: number) =>
    world.create('/notification-rules', { userId: world.people.ana, urgency: 'HIGH', contactMethodId, delayMinutes });
  await rule(smsOfAna, 0);
  const { data } = (await world.call('GET', `/contact-methods?userId=${world.people.ana}`)).body as {
    data: { id: string; kind: string }[];
  };
  await rule(data.find(({ kind }) => kind === 'email')?.id ?? '', 5);
  await told();
});
afterAll(stopClock);
afterEach(() => {
  vi.restoreAllMocks();
  switchFaults({ d1: null, queue: 0 });
  tolerate({});
});

type Sent = { id: string; channel: string; state: string; reason: string | null; deliveries: { state: string }[] };

async function pagesOf(incidentId: string): Promise<Sent[]> {
  await idle();
  return ((await world.call('GET', `/incidents/${incidentId}/notifications`)).body as { data: Sent[] }).data;
}

/** An incident whose text message to Ana was taken by a provider. */
async function paged(key: string) {
  // Each in a quarter of an hour of its own, so that the number's budget is not in the way.
  vi.setSystemTime(Date.now() + 16 * MINUTE);
  const { incident } = await world.send('trigger', key);
  const incidentId = incident?.id ?? '';
  const [sms] = await pagesOf(incidentId);
  return { incident: incidentId, notification: sms?.id ?? '', query: queryOf(incidentId, sms?.id ?? '') };
}
const queryOf = (incident: string, notification: string): string =>
  new URLSearchParams({ incident, notification, attempt: '1' }).toString();
const statesOf = async (incidentId: string): Promise<string[]> =>
  (await pagesOf(incidentId)).map(({ channel, state }) => `${channel} ${state}`);
const problemOf = async (id: string): Promise<{ reason: string } | null> =>
  (await world.call('GET', `/contact-methods/${id}`)).body.problem as { reason: string } | null;

describe('a receipt of Twilio', () => {
  it('shows a text message as delivered and read, and never goes back', async () => {
    const { incident, query } = await paged('delivered');
    expect(await twilio(query, { MessageSid: SID, MessageStatus: 'sent' })).toBe(204);
    expect(await statesOf(incident)).toEqual(['sms SENT']);
    for (const MessageStatus of ['delivered', 'read', 'delivered', 'sent', 'undelivered'])
      expect(await twilio(query, { MessageSid: SID, MessageStatus })).toBe(204);
    expect(await statesOf(incident)).toEqual(['sms READ']);
    const timeline = await world.timeline(incident);
    expect(timeline.filter((kind) => /delivered|read|failed/.test(kind))).toEqual([
      'notification-delivered',
      'notification-read',
    ]);
  });

  it('that a number has opted out sends the next method at once and warns beside the number', async () => {
    const { incident, query } = await paged('opted-out');
    expect(await twilio(query, { MessageSid: SID, MessageStatus: 'failed', ErrorCode: '21610' })).toBe(204);
    expect(await statesOf(incident)).toEqual(['sms FAILED', 'email SENT']);
    expect(await problemOf(smsOfAna)).toMatchObject({ reason: expect.stringContaining('opted out') });
    const later = await paged('heard-again');
    await twilio(later.query, { MessageSid: SID, MessageStatus: 'delivered' });
    await idle();
    expect(await problemOf(smsOfAna)).toBeNull();
  });

  it.each(['none', 'key', 'body'] as const)('is refused when forged (%s)', async (forge) => {
    const { incident, query } = await paged(`forged-${forge}`);
    expect(await twilio(query, { MessageSid: SID, MessageStatus: 'delivered' }, forge)).toBe(401);
    expect(await statesOf(incident)).toEqual(['sms SENT']);
  });

  it('counts while D1 is down, and the warning follows when it is back', async () => {
    const { incident, query } = await paged('no-d1');
    switchFaults({ d1: 'fail', queue: 0 });
    tolerate({ projection: true, messages: 9 });
    expect(await twilio(query, { MessageSid: SID, MessageStatus: 'undelivered', ErrorCode: '30005' })).toBe(204);
    switchFaults({ d1: null, queue: 0 });
    expect(await problemOf(smsOfAna)).toBeNull();
    tolerate({ messages: 9 });
    await pass(35);
    tolerate({});
    expect(await statesOf(incident)).toEqual(['sms FAILED', 'email SENT']);
    expect(await problemOf(smsOfAna)).toMatchObject({ reason: expect.stringContaining('30005') });
  });

  it('of an incident that is not kept brings nothing back', async () => {
    const gone = `inc_${'0123456789ab'.repeat(2)}`;
    const query = queryOf(gone, `ntf_${'0123456789ab'.repeat(2)}`);
    expect(await twilio(query, { MessageSid: SID, MessageStatus: 'undelivered', ErrorCode: '30005' })).toBe(204);
    expect((await world.call('GET', `/incidents/${gone}`)).status).toBe(404);
    const stub = env.INCIDENT.get(env.INCIDENT.idFromName(gone)) as unknown as DurableObjectStub;
    const left = await runInDurableObject(stub, async (_object, { storage }) => ({
      incidents: storage.sql.exec('SELECT * FROM incident').toArray(),
      alarm: await storage.getAlarm(),
    }));
    expect(left).toEqual({ incidents: [], alarm: null });
  });
});

describe('a receipt by mail providers', () => {
  it('of SendGrid is joined by our arguments, once for all its copies', async () => {
    const { incident, notification } = await paged('sendgrid');
    const bounce = { event: 'bounce', sg_event_id: 'e1', notification, incident, attempt: '1', reason: '550 no' };
    expect(await sendgrid([bounce, bounce, { event: 'processed' }])).toBe(204);
    expect(await sendgrid([bounce])).toBe(204);
    expect(await statesOf(incident)).toEqual(['sms FAILED', 'email SENT']);
    for (const forge of ['none', 'key', 'body'] as const) expect(await sendgrid([bounce], forge)).toBe(401);
  });

  it('of Resend is joined by its tags', async () => {
    const { incident, notification } = await paged('resend');
    const event = { type: 'email.delivered', data: { email_id: 'r1', tags: { notification, incident } } };
    for (const forge of ['none', 'key', 'body', 'stale'] as const) expect(await resend(event, forge)).toBe(401);
    expect(await statesOf(incident)).toEqual(['sms SENT']);
    expect(await resend(event)).toBe(204);
    expect(await statesOf(incident)).toEqual(['sms DELIVERED']);
  });

  it('of SES comes through SNS, counts with our proof only, and its topic is confirmed', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(amazon);
    const { incident, notification } = await paged('ses');
    const target = { incidentId: incident, notificationId: notification };
    const event = (mac: string) => ({
      Type: 'Notification',
      Message: JSON.stringify({
        eventType: 'Delivery',
        mail: {
          messageId: 's1',
          tags: { notification: [notification], incident: [incident], attempt: ['1'], mac: [mac] },
        },
      }),
    });
    const proof = receiptMac(configOf(env).secrets, target) ?? '';
    for (const forge of ['none', 'key', 'body', 'stale'] as const) expect(await ses(event(proof), forge)).toBe(401);
    expect(await ses(event('v1_0'))).toBe(204);
    expect(await statesOf(incident)).toEqual(['sms SENT']);
    expect(await ses(event(proof))).toBe(204);
    expect(await statesOf(incident)).toEqual(['sms DELIVERED']);

    const SubscribeURL = 'https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&Token=t';
    const confirmation = { Type: 'SubscriptionConfirmation', Message: 'm', Token: 't' };
    expect(await ses({ ...confirmation, SubscribeURL: 'https://sns.evil.example/?x' })).toBe(401);
    expect(await ses({ ...confirmation, SubscribeURL })).toBe(204);
    expect(fetched.mock.calls.map(([url]) => String(url)).filter((url) => !url.endsWith('.pem'))).toEqual([
      SubscribeURL,
    ]);
  });
});
