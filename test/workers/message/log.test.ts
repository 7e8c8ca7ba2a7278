import { OpenAPIHono } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliveries, incidents, messages, notifications } from '../../../db/schema';
import type { Actor } from '../../../domain/access/actor';
import type { LogEntry } from '../../../domain/notification/log';
import { MINUTE, SECOND } from '../../../domain/shared/time';
import type { AppEnv } from '../../../workers/http/app-env';
import { notifications as routes } from '../../../workers/http/routes/notifications';
import { listContactMethods } from '../../../workers/operations/contact-method/list';
import { testContactMethod } from '../../../workers/operations/contact-method/test';
import { createInvitation } from '../../../workers/operations/invitation/create';
import { resendNotification } from '../../../workers/operations/notification/resend';
import { recordReceipt } from '../../../workers/operations/receipt/record';
import { aUser, db, failureOf, settle, taken } from '../config/support';
import {
  consume,
  consumeQueued,
  contextNow,
  deliveriesOf,
  forget,
  outbox,
  pass,
  queued,
  rowOf,
  startClock,
} from './support';

let actor: Actor | null = null;
const app = new OpenAPIHono<AppEnv>();
app.use(async (c, next) => {
  c.set('requestId', 'req_test');
  c.set('context', contextNow(actor ? { actor } : {}));
  await next();
});
app.route('/notifications', routes);

beforeEach(async () => {
  startClock();
  actor = null;
  await forget();
  await db.delete(notifications);
  await db.delete(deliveries);
  await db.delete(incidents).where(eq(incidents.id, 'inc_logged'));
});
afterEach(async () => {
  await settle();
  vi.useRealTimers();
});

const get = (query: string) => app.request(`/notifications${query}`);
const listed = async (query = ''): Promise<LogEntry[]> => {
  const answer = await get(query);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { data: LogEntry[] }).data;
};
const idsOf = async (query = ''): Promise<string[]> => (await listed(query)).map(({ id }) => id);

/** A test message to somebody, put on its queue. */
async function aTest() {
  const user = await aUser(contextNow());
  const [method] = taken(await listContactMethods(contextNow(), { limit: 1, userId: user.id })).data;
  const { messageId } = taken(await testContactMethod(contextNow(), { id: method?.id ?? '' }));
  await settle();
  return { id: messageId, user, methodId: method?.id ?? '' };
}

/** A page as its incident has projected it: failed at one provider, taken by the next a minute later. */
async function aPage(id: string, change: Partial<typeof notifications.$inferInsert> = {}) {
  const createdAt = Date.now();
  await db
    .insert(incidents)
    .values({
      id: 'inc_logged',
      number: 90_001,
      seq: 1,
      status: 'OPEN',
      urgency: 'HIGH',
      visibility: 'PUBLIC',
      title: '=cmd|"disk full"',
      serviceId: 'svc_logged',
      serviceName: 'Checkout',
      inbox: 'service:svc_logged',
      dedupKey: 'logged',
      alertCount: 1,
      step: 1,
      cycle: 1,
      openedAt: createdAt,
      lastEventAt: createdAt,
      nobodyPaged: false,
    })
    .onConflictDoNothing();
  await db.insert(notifications).values({
    id,
    incidentId: 'inc_logged',
    seq: 1,
    userId: 'usr_paged',
    userName: 'Bo',
    contactMethodId: 'cm_gone',
    channel: 'sms',
    intent: 'page',
    state: 'SENT',
    reason: null,
    step: 1,
    cycle: 1,
    wave: 1,
    rung: 0,
    createdAt,
    updatedAt: createdAt,
    ...change,
  });
  const of = { notificationId: id, incidentId: 'inc_logged', seq: 1 };
  await db.insert(deliveries).values([
    {
      ...of,
      id: `${id}_1`,
      attempt: 1,
      provider: 'twilio',
      state: 'FAILED_TEMPORARILY',
      error: '500',
      at: createdAt,
      settledAt: createdAt + SECOND,
    },
    {
      ...of,
      id: `${id}_2`,
      attempt: 2,
      provider: 'sns',
      state: 'SENT',
      providerId: 'p-7',
      at: createdAt,
      settledAt: createdAt + MINUTE,
    },
  ]);
}

describe('the delivery log', () => {
  it('shows pages and other messages together, newest first, with the attempt that was taken', async () => {
    await aPage('ntf_one');
    pass(SECOND);
    const test = await aTest();
    await consumeQueued();
    const [message, page] = await listed();
    expect(message).toMatchObject({
      id: test.id,
      kind: 'contact-method-test',
      incident: null,
      state: 'SENT',
      provider: 'outbox',
      attempts: 1,
    });
    expect(page).toMatchObject({
      id: 'ntf_one',
      kind: 'page',
      incident: { id: 'inc_logged', serviceName: 'Checkout' },
      address: null,
      attempts: 2,
      provider: 'sns',
      providerId: 'p-7',
      latencyMs: MINUTE,
    });
  });

  it('is asked by state, channel, person, service, incident and time', async () => {
    const from = new Date().toISOString();
    await aPage('ntf_one');
    pass(MINUTE);
    const later = new Date().toISOString();
    await aPage('ntf_two', { state: 'FAILED', channel: 'voice', reason: 'busy' });
    const test = await aTest();
    expect(await idsOf('?state=FAILED')).toEqual(['ntf_two']);
    expect(await idsOf('?channel=sms')).toEqual(['ntf_one']);
    expect(await idsOf(`?userId=${test.user.id}`)).toEqual([test.id]);
    expect(await idsOf('?serviceId=svc_logged')).toEqual(['ntf_two', 'ntf_one']);
    expect(await idsOf('?incidentId=inc_logged&channel=voice')).toEqual(['ntf_two']);
    expect(await idsOf(`?from=${from}&to=${later}`)).toEqual(['ntf_one']);
    expect((await get('?state=SOMETHING')).status).toBe(400);
  });

  it('is read page by page without a gap, across both tables and within one millisecond', async () => {
    for (const id of ['ntf_a', 'ntf_b', 'ntf_c']) await aPage(id);
    const test = await aTest();
    const seen: string[] = [];
    let cursor: string | null = '';
    do {
      const answer = await get(`?limit=1${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      const page = (await answer.json()) as { data: LogEntry[]; nextCursor: string | null };
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.toSorted()).toEqual(['ntf_a', 'ntf_b', 'ntf_c', test.id].toSorted());
    expect((await get('?cursor=nonsense')).status).toBe(400);
  });

  it('is for administrators, and for everybody where it is about themselves', async () => {
    await aPage('ntf_mine');
    actor = { kind: 'user', id: 'usr_paged', name: 'Bo', role: 'RESPONDER' };
    expect((await get('')).status).toBe(403);
    expect((await get('?userId=usr_other')).status).toBe(403);
    expect((await get('/export')).status).toBe(403);
    expect(await idsOf('?userId=usr_paged')).toEqual(['ntf_mine']);
  });

  it('is exported as CSV under the same filters, and no cell is a formula', async () => {
    await aPage('ntf_one');
    await aPage('ntf_two', { state: 'FAILED', reason: 'busy, "twice"' });
    const answer = await get('/export?incidentId=inc_logged');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    const [head, ...lines] = text.trimEnd().split('\r\n');
    expect(head).toMatch(/^id,kind,incident,/);
    expect(lines).toHaveLength(2);
    expect(text).toContain('"busy, ""twice"""');
    expect(text).not.toMatch(/(^|,)"?=cmd/m);
    expect((await (await get('/export?state=FAILED')).text()).trimEnd().split('\r\n')).toHaveLength(2);
    expect((await get('/export?channel=pigeon')).status).toBe(400);
  });
});

describe('sending again by hand', () => {
  it('makes a new message with the same words and an id of its own', async () => {
    const { id } = await aTest();
    expect(failureOf(await resendNotification(contextNow(), { id })).code).toBe('conflict');
    await consumeQueued();
    pass(SECOND);
    const again = taken(await resendNotification(contextNow(), { id }));
    await settle();
    expect(again.id).not.toBe(id);
    await consumeQueued();
    const [first, second] = await outbox();
    expect(second).toMatchObject({ notificationId: again.id, text: first?.text, to: first?.to });
    expect((await rowOf(id))?.state).toBe('SENT');
  });

  it('is refused for words that let somebody in, for what is not there, and to those who may not', async () => {
    const user = await aUser(contextNow(), { status: 'INVITED' });
    taken(await createInvitation(contextNow(), { id: user.id }));
    await settle();
    const body = queued.at(-1)?.body;
    const id = body?.kind === 'message' ? body.messageId : '';
    await consumeQueued();
    expect(failureOf(await resendNotification(contextNow(), { id }))).toMatchObject({ code: 'conflict' });
    for (const none of ['mes_none', 'ntf_none'])
      expect(failureOf(await resendNotification(contextNow(), { id: none })).code).toBe('not-found');
    const responder: Actor = { kind: 'user', id: 'usr_r', name: 'R', role: 'RESPONDER' };
    expect(failureOf(await resendNotification(contextNow({ actor: responder }), { id })).code).toBe('forbidden');
  });

  it('answers over the API', async () => {
    const { id } = await aTest();
    await consumeQueued();
    pass(SECOND);
    const answer = await app.request(`/notifications/${id}/resend`, { method: 'POST' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ id: expect.stringMatching(/^mes_/) });
    expect((await app.request('/notifications/mes_none/resend', { method: 'POST' })).status).toBe(404);
  });
});

describe('a receipt for a message of no incident', () => {
  const receipt = { provider: 'twilio', providerId: 'SM1', attempt: 1 };
  const problemOf = async (userId: string) => {
    const [method] = taken(await listContactMethods(contextNow(), { limit: 1, userId })).data;
    return method?.problem ?? null;
  };

  it('changes its row and the attempt, and never goes back', async () => {
    const { id } = await aTest();
    await consume([{ kind: 'message', messageId: id, channel: 'email' }]);
    const target = { incidentId: null, notificationId: id };
    expect(await recordReceipt(contextNow(), { target, receipt: { ...receipt, state: 'READ' } })).toBe('applied');
    expect(await recordReceipt(contextNow(), { target, receipt: { ...receipt, state: 'DELIVERED' } })).toBe(
      'unchanged',
    );
    expect(await rowOf(id)).toMatchObject({ state: 'READ' });
    expect((await deliveriesOf(id)).map(({ state }) => state)).toEqual(['READ']);
    const unknown = { incidentId: null, notificationId: 'mes_none' };
    expect(await recordReceipt(contextNow(), { target: unknown, receipt: { ...receipt, state: 'READ' } })).toBe(
      'unknown',
    );
  });

  it('of a dead address is told beside the contact method, until something arrives there again', async () => {
    const { id, user, methodId } = await aTest();
    await consumeQueued();
    const failed = { ...receipt, state: 'FAILED' as const, reason: 'resend: bounced', cause: 'recipient' as const };
    await recordReceipt(contextNow(), { target: { incidentId: null, notificationId: id }, receipt: failed });
    expect(await rowOf(id)).toMatchObject({ state: 'FAILED', reason: 'resend: bounced' });
    expect(await problemOf(user.id)).toMatchObject({ reason: 'resend: bounced' });
    pass(MINUTE);
    const again = taken(await testContactMethod(contextNow(), { id: methodId }));
    await settle();
    await consumeQueued();
    const target = { incidentId: null, notificationId: again.messageId };
    await recordReceipt(contextNow(), { target, receipt: { ...receipt, state: 'DELIVERED' } });
    expect(await problemOf(user.id)).toBeNull();
    expect(await db.select().from(messages)).toHaveLength(2);
  });
});
