import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { messages } from '../../../db/schema';
import { MINUTE, SECOND } from '../../../domain/shared/time';
import { listContactMethods } from '../../../workers/operations/contact-method/list';
import { testContactMethod } from '../../../workers/operations/contact-method/test';
import { createInvitation } from '../../../workers/operations/invitation/create';
import { getMessage } from '../../../workers/operations/message/get';
import { sendDueMessages } from '../../../workers/operations/message/sweep';
import { RINGS } from '../access/support';
import { aUser, db, failureOf, settle, taken } from '../config/support';
import {
  consume,
  consumeQueued,
  contextNow,
  deliveriesOf,
  envWithoutProvider,
  forget,
  outbox,
  pass,
  queued,
  quietEnv,
  rowOf,
  startClock,
  storedWords,
} from './support';

beforeEach(async () => {
  startClock();
  await forget();
});
afterEach(async () => {
  await settle();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const bodyOf = (messageId: string) => ({ kind: 'message', messageId, channel: 'email' });

async function aTest(): Promise<string> {
  const context = contextNow();
  const user = await aUser(context);
  const [method] = taken(await listContactMethods(context, { limit: 1, userId: user.id })).data;
  const { messageId } = taken(await testContactMethod(context, { id: method?.id ?? '' }));
  await settle();
  return messageId;
}

/** The id of the message that carries an invitation. */
async function anInvitation(): Promise<string> {
  const user = await aUser(contextNow(), { status: 'INVITED' });
  taken(await createInvitation(contextNow(), { id: user.id }));
  await settle();
  const body = queued.at(-1)?.body;
  return body?.kind === 'message' ? body.messageId : '';
}

describe('a message that belongs to no incident', () => {
  it('is sent once, however often its queue delivers it', async () => {
    const id = await aTest();
    expect(queued).toEqual([{ body: bodyOf(id), delaySeconds: 0 }]);
    const result = await consume([bodyOf(id), bodyOf(id), bodyOf(id)]);
    expect(result.explicitAcks).toEqual(['m0', 'm1', 'm2']);
    await consume([bodyOf(id)]);
    const sent = await outbox();
    expect(sent).toMatchObject([{ notificationId: id, subject: 'Test from OpsKnight', attempt: 1 }]);
    expect(await rowOf(id)).toMatchObject({ state: 'SENT', attempts: 1, leasedUntil: null, nextAt: null });
    expect(await deliveriesOf(id)).toMatchObject([
      { attempt: 1, provider: 'outbox', state: 'SENT', providerId: sent[0]?.id },
    ]);
    expect(await sendDueMessages(contextNow({ now: Date.now() + 10 * MINUTE }), 10)).toBe(0);
  });

  it('is tried again after a temporary failure, not before its time, and ends after eight attempts', async () => {
    const id = await aTest();
    queued.length = 0;
    await consume([bodyOf(id)], envWithoutProvider);
    expect(await rowOf(id)).toMatchObject({ state: 'FAILED_TEMPORARILY', nextAt: Date.now() + 5 * SECOND });
    expect(queued).toEqual([{ body: bodyOf(id), delaySeconds: 5 }]);
    await consume([bodyOf(id)], envWithoutProvider);
    expect((await rowOf(id))?.attempts).toBe(1);
    for (let attempt = 2; attempt <= 8; attempt += 1) {
      pass(5 * MINUTE);
      await consume([bodyOf(id)], envWithoutProvider);
    }
    expect(await rowOf(id)).toMatchObject({
      state: 'FAILED',
      attempts: 8,
      nextAt: null,
      reason: 'outbox: provider is down',
    });
    expect((await deliveriesOf(id)).map(({ attempt, state }) => `${attempt} ${state}`)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((attempt) => `${attempt} FAILED_TEMPORARILY`),
    );
  });

  it('goes out after all when the provider is back', async () => {
    const id = await aTest();
    await consume([bodyOf(id)], envWithoutProvider);
    pass(5 * SECOND);
    await consumeQueued();
    expect(await rowOf(id)).toMatchObject({ state: 'SENT', attempts: 2, reason: null });
    expect(await outbox()).toHaveLength(1);
  });

  it('that a crashed consumer holds goes to another when the lease is over', async () => {
    const id = await aTest();
    const lease = {
      state: 'SENDING' as const,
      attempts: 1,
      leasedUntil: Date.now() + MINUTE,
      nextAt: Date.now() + MINUTE,
    };
    await db.update(messages).set(lease).where(eq(messages.id, id));
    await consume([bodyOf(id)]);
    expect(await outbox()).toEqual([]);
    pass(MINUTE);
    queued.length = 0;
    expect(await sendDueMessages(contextNow(), 10)).toBe(1);
    await consumeQueued();
    expect(await outbox()).toHaveLength(1);
  });

  it('that its queue lost is enqueued again by the sweep, once in a while', async () => {
    const id = await aTest();
    queued.length = 0;
    expect(await sendDueMessages(contextNow(), 10)).toBe(0);
    pass(2 * MINUTE);
    expect(await sendDueMessages(contextNow(), 10)).toBe(1);
    expect(await sendDueMessages(contextNow(), 10)).toBe(0);
    expect(queued).toEqual([{ body: bodyOf(id), delaySeconds: 0 }]);
    await consumeQueued();
    expect(await outbox()).toHaveLength(1);
  });

  it('is not lost when no queue takes it', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const broken = { send: () => Promise.reject(new Error('Queue send failed')) };
    const context = contextNow({ env: { ...quietEnv, QUEUE_EMAIL: broken } as unknown as typeof quietEnv });
    const user = await aUser(context, { status: 'INVITED' });
    taken(await createInvitation(context, { id: user.id }));
    await settle();
    pass(2 * MINUTE);
    expect(await sendDueMessages({ ...context, now: Date.now() }, 10)).toBe(0);
    pass(2 * MINUTE);
    expect(await sendDueMessages(contextNow(), 10)).toBe(1);
    await consumeQueued();
    expect(await outbox()).toHaveLength(1);
  });

  it('counts a dead letter as an attempt, and goes on', async () => {
    const id = await aTest();
    queued.length = 0;
    const result = await consume([bodyOf(id), { strange: true }], quietEnv, 'opsknight-email-dead');
    expect(result.explicitAcks.toSorted()).toEqual(['m0', 'm1']);
    expect(await rowOf(id)).toMatchObject({
      state: 'FAILED_TEMPORARILY',
      reason: 'the queue opsknight-email-dead gave up',
    });
    expect(queued).toEqual([{ body: bodyOf(id), delaySeconds: 5 }]);
    pass(5 * SECOND);
    await consumeQueued();
    expect(await rowOf(id)).toMatchObject({ state: 'SENT', attempts: 2 });
  });

  it('asks for another delivery when the database does not answer', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const away = () => {
      throw new Error('D1_ERROR: away');
    };
    const id = await aTest();
    const result = await consume([bodyOf(id)], {
      ...quietEnv,
      DB: { prepare: away, batch: away },
    } as unknown as typeof quietEnv);
    expect(result.retryMessages).toMatchObject([{ msgId: 'm0' }]);
    expect(await rowOf(id)).toMatchObject({ state: 'PENDING', attempts: 0 });
  });

  it('that nobody knows is let go', async () => {
    expect((await consume([bodyOf('mes_unknown')])).explicitAcks).toEqual(['m0']);
  });

  it('keeps the words of a secret kind sealed until they are sent, and not at all afterwards', async () => {
    const id = await anInvitation();
    expect(await storedWords()).not.toContain('/accept/');
    expect((await rowOf(id))?.text).toMatch(/^v1\./);
    await consumeQueued();
    expect((await outbox())[0]?.text).toContain('/accept/');
    expect(await rowOf(id)).toMatchObject({ state: 'SENT', text: '', html: null });
  });

  it('fails when the key of its words has left APP_SECRETS', async () => {
    const id = await anInvitation();
    const renewed = RINGS.renewed.map(({ id, key }) => `${id}:${key}`).join();
    await consume([bodyOf(id)], { ...quietEnv, APP_SECRETS: renewed });
    expect(await rowOf(id)).toMatchObject({
      state: 'FAILED',
      text: '',
      reason: expect.stringContaining('APP_SECRETS'),
    });
  });

  it('is not sent any more when what it brings has ended', async () => {
    const id = await aTest();
    pass(60 * MINUTE);
    await consumeQueued();
    expect(await rowOf(id)).toMatchObject({ state: 'CANCELLED', reason: 'was not sent in time' });
    expect(await outbox()).toEqual([]);
  });

  it('shows its owner what became of it, and nobody else', async () => {
    const id = await aTest();
    const userId = (await rowOf(id))?.userId ?? '';
    const owner = contextNow({ actor: { kind: 'user', id: userId, name: 'Bo', role: 'USER' } });
    expect(taken(await getMessage(owner, { id }))).toMatchObject({ state: 'PENDING', channel: 'email' });
    expect(taken(await getMessage(contextNow(), { id }))).not.toHaveProperty('text');
    const other = contextNow({ actor: { kind: 'user', id: 'usr_other', name: 'Eve', role: 'USER' } });
    expect(failureOf(await getMessage(other, { id })).code).toBe('not-found');
  });
});
