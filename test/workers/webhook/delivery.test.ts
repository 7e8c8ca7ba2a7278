import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { webhookAttempts } from '../../../db/schema';
import { DAY, HOUR, MINUTE, SECOND } from '../../../domain/shared/time';
import { WEBHOOK_RETRY_MS } from '../../../domain/webhook/delivery';
import { getWebhook } from '../../../workers/operations/webhook/get';
import { redeliverWebhook } from '../../../workers/operations/webhook/redeliver';
import { rotateWebhook } from '../../../workers/operations/webhook/rotate';
import { sendDueWebhooks } from '../../../workers/operations/webhook/sweep';
import { updateWebhook } from '../../../workers/operations/webhook/update';
import { fakeProvider, silentProvider } from '../../fakes/http';
import { auditActions, db, failureOf, settle, taken } from '../config/support';
import {
  aDelivery,
  aWebhook,
  consume,
  consumeQueued,
  contextNow,
  deliveryRow,
  forget,
  isVerified,
  pass,
  queued,
  startClock,
} from './support';

beforeEach(startClock);
afterEach(async () => {
  vi.restoreAllMocks();
  await forget();
  await settle();
  vi.useRealTimers();
});

const body = (deliveryId: string) => ({ kind: 'webhook', deliveryId });

describe('a delivery', () => {
  it('is posted once, signed so that a Standard Webhooks receiver takes it', async () => {
    const receiver = fakeProvider(204);
    const { id, secret } = await aWebhook();
    const delivery = await aDelivery(id);
    const result = await consume([body(delivery.id), body(delivery.id), body(delivery.id)]);
    expect(result.explicitAcks).toEqual(['m0', 'm1', 'm2']);
    const [sent, ...more] = receiver.sent();
    expect(more).toEqual([]);
    expect(sent && isVerified(sent, secret ?? '')).toBe(true);
    expect(sent && isVerified({ ...sent, body: `${sent.body} ` }, secret ?? '')).toBe(false);
    expect(sent?.headers.get('webhook-id')).toBe(delivery.eventId);
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({ type: 'webhook.test', data: { webhook: 'Ops' } });
    expect(await deliveryRow(delivery.id)).toMatchObject({ state: 'SENT', status: 204, attempts: 1, nextAt: null });
  });

  it('is signed by both secrets for a day after a new one was made', async () => {
    const receiver = fakeProvider(200);
    const old = await aWebhook();
    const fresh = taken(await rotateWebhook(contextNow(), { id: old.id }));
    const verified = async () => {
      await aDelivery(old.id);
      await consumeQueued();
      const sent = receiver.sent().at(-1);
      return [old, fresh].map(({ secret }) => sent !== undefined && isVerified(sent, secret ?? ''));
    };
    expect(await verified()).toEqual([true, true]);
    pass(DAY);
    expect(await verified()).toEqual([false, true]);
  });

  it.each([
    ['a 500', () => fakeProvider(500), 500],
    ['a redirect', () => fakeProvider(302, '', { location: 'https://127.0.0.1/' }), 302],
    ['silence', () => silentProvider('late'), null],
    ['a lost connection', () => silentProvider('lost'), null],
  ])('comes again after %s, with the same id and body', async (_what, fail, status) => {
    const { id, secret } = await aWebhook();
    const delivery = await aDelivery(id);
    fail();
    await consumeQueued();
    expect(await deliveryRow(delivery.id)).toMatchObject({ state: 'FAILED_TEMPORARILY', status, attempts: 1 });
    expect(queued).toEqual([{ body: body(delivery.id), delaySeconds: 5 }]);
    vi.restoreAllMocks();
    const receiver = fakeProvider(200);
    expect((await consumeQueued()).explicitAcks).toHaveLength(1);
    expect(receiver.sent()).toEqual([]);
    pass(5 * SECOND);
    await consume([body(delivery.id)]);
    const [sent] = receiver.sent();
    expect(sent && isVerified(sent, secret ?? '')).toBe(true);
    expect(sent?.headers.get('webhook-id')).toBe(delivery.eventId);
    expect(await deliveryRow(delivery.id)).toMatchObject({ state: 'SENT', attempts: 2 });
  });

  it('that was taken before the connection was lost comes again under the same id, so that the receiver counts it once', async () => {
    const { id } = await aWebhook();
    const delivery = await aDelivery(id);
    const taken: string[] = [];
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (_input, init) => {
      taken.push(`${new Headers(init?.headers).get('webhook-id')} ${String(init?.body)}`);
      if (taken.length === 1) throw new TypeError('Network connection lost.');
      return new Response(null, { status: 204 });
    });
    await consumeQueued();
    pass(5 * SECOND);
    await consumeQueued();
    await consume([body(delivery.id)]);
    await sendDueWebhooks(contextNow({ now: Date.now() + DAY }), 100);
    await consumeQueued();
    expect(taken).toHaveLength(2);
    expect(new Set(taken).size).toBe(1);
    expect(await deliveryRow(delivery.id)).toMatchObject({ state: 'SENT', attempts: 2 });
  });

  it('follows the schedule to its end, found by the sweep where a queue cannot wait so long, then has failed', async () => {
    const receiver = fakeProvider(500);
    const { id } = await aWebhook();
    const delivery = await aDelivery(id);
    await consumeQueued();
    for (const wait of WEBHOOK_RETRY_MS) {
      queued.length = 0;
      pass(wait);
      await sendDueWebhooks(contextNow(), 100);
      await consumeQueued();
    }
    expect(receiver.sent()).toHaveLength(10);
    expect(new Set(receiver.sent().map(({ body: sent }) => sent)).size).toBe(1);
    expect(await deliveryRow(delivery.id)).toMatchObject({ state: 'FAILED', attempts: 10, nextAt: null });
    expect((await db.select().from(webhookAttempts)).map(({ attempt }) => attempt)).toHaveLength(10);
  });

  it('waits as long as a 429 asks, and lets nothing else go there before', async () => {
    const receiver = fakeProvider(429, '', { 'retry-after': '120' });
    const { id } = await aWebhook();
    const [first, second] = [await aDelivery(id), await aDelivery(id)];
    await consume([body(first.id)]);
    await consume([body(second.id)]);
    expect(receiver.sent()).toHaveLength(1);
    expect(await deliveryRow(second.id)).toMatchObject({ state: 'PENDING', attempts: 0 });
    pass(119 * SECOND);
    await consume([body(first.id), body(second.id)]);
    expect(receiver.sent()).toHaveLength(1);
    pass(SECOND);
    vi.restoreAllMocks();
    const calm = fakeProvider(200);
    await consume([body(first.id), body(second.id)]);
    expect(calm.sent()).toHaveLength(2);
  });

  it('switches the webhook off at 410, says why, and keeps what waits from it', async () => {
    const receiver = fakeProvider(410);
    const { id } = await aWebhook();
    const delivery = await aDelivery(id);
    await consumeQueued();
    expect(await deliveryRow(delivery.id)).toMatchObject({ state: 'FAILED', status: 410 });
    const off = { enabled: false, disabledReason: 'The receiver answered 410: it takes no more.' };
    expect(taken(await getWebhook(contextNow(), { id }))).toMatchObject(off);
    expect(await auditActions(id)).toContain('webhook.disable');
    expect(receiver.sent()).toHaveLength(1);
    taken(await updateWebhook(contextNow(), { id, enabled: true }));
    expect(taken(await getWebhook(contextNow(), { id }))).toMatchObject({ enabled: true, disabledReason: null });
  });

  it('can be sent again by hand: the same id and body, a new attempt from the start of the schedule', async () => {
    const failing = fakeProvider(410);
    const { id } = await aWebhook({ format: 'standard' });
    const delivery = await aDelivery(id);
    await consumeQueued();
    const first = failing.sent()[0]?.body;
    vi.restoreAllMocks();
    const receiver = fakeProvider(200);
    pass(HOUR);
    taken(await redeliverWebhook(contextNow(), { id, deliveryId: delivery.id }));
    await consumeQueued();
    expect(receiver.sent().map(({ body: sent }) => sent)).toEqual([first]);
    expect(receiver.sent()[0]?.headers.get('webhook-id')).toBe(delivery.eventId);
    expect(await deliveryRow(delivery.id)).toMatchObject({ state: 'SENT', attempts: 2, attemptsBefore: 1 });
    expect(await auditActions(id)).toContain('webhook.redeliver');
  });

  it('of another webhook, or that does not exist, is not found', async () => {
    const [one, other] = [await aWebhook(), await aWebhook()];
    const { id: deliveryId } = await aDelivery(one.id);
    const answer = await redeliverWebhook(contextNow(), { id: other.id, deliveryId });
    expect(failureOf(answer).code).toBe('not-found');
  });

  it('whose consumer crashed after the lease is sent again by the sweep', async () => {
    const receiver = fakeProvider(200);
    const { id } = await aWebhook();
    const delivery = await aDelivery(id);
    vi.spyOn(crypto.subtle, 'sign').mockImplementationOnce(() => {
      throw new Error('the consumer dies');
    });
    const result = await consumeQueued();
    expect(result.retryMessages).toHaveLength(1);
    expect(await deliveryRow(delivery.id)).toMatchObject({ state: 'SENDING' });
    pass(MINUTE);
    await sendDueWebhooks(contextNow(), 100);
    await consumeQueued();
    expect(receiver.sent()).toHaveLength(1);
    expect(await deliveryRow(delivery.id)).toMatchObject({ state: 'SENT', attempts: 2 });
  });

  it('that its queue gave up counts as an attempt and comes again', async () => {
    const { id } = await aWebhook();
    const delivery = await aDelivery(id);
    await consume([body(delivery.id)], 'opsknight-webhook-dead');
    expect(await deliveryRow(delivery.id)).toMatchObject({
      state: 'FAILED_TEMPORARILY',
      error: 'the queue opsknight-webhook-dead gave up',
    });
  });

  it('of a deleted webhook is let go', async () => {
    expect((await consume([body('whd_gone')])).explicitAcks).toEqual(['m0']);
  });
});

describe('a chat', () => {
  it.each([
    ['slack', 'text'],
    ['teams', 'attachments'],
    ['discord', 'embeds'],
    ['google-chat', 'cardsV2'],
  ])('gets its own shape, unsigned: %s', async (format, field) => {
    const receiver = fakeProvider(200);
    const { id, secret } = await aWebhook({ format });
    expect(secret).toBeNull();
    await aDelivery(id);
    await consumeQueued();
    const [sent] = receiver.sent();
    expect(JSON.parse(sent?.body ?? '')).toHaveProperty(field);
    expect(sent?.headers.get('webhook-signature')).toBeNull();
  });

  it('that does not know the address any more is switched off; one that refuses a message is not', async () => {
    for (const [status, enabled] of [
      [404, false],
      [400, true],
    ] as const) {
      fakeProvider(status);
      const { id } = await aWebhook({ format: 'teams' });
      const delivery = await aDelivery(id);
      await consumeQueued();
      expect(await deliveryRow(delivery.id)).toMatchObject({ state: 'FAILED', status });
      expect(taken(await getWebhook(contextNow(), { id })).enabled).toBe(enabled);
      vi.restoreAllMocks();
    }
  });

  it('names its patience in the answer, as Telegram does', async () => {
    fakeProvider(429, { ok: false, parameters: { retry_after: 77 } });
    const { id } = await aWebhook({ format: 'telegram', url: 'https://api.telegram.org/bot1:a/sendMessage?chat_id=5' });
    const delivery = await aDelivery(id);
    await consumeQueued();
    expect((await deliveryRow(delivery.id))?.nextAt).toBe(Date.now() + 77 * SECOND);
  });
});
