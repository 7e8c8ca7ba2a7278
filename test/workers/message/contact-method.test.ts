import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANONYMOUS } from '../../../domain/access/actor';
import { createContactMethodInput } from '../../../domain/notification/contact-method';
import { MINUTE, SECOND } from '../../../domain/shared/time';
import type { Context } from '../../../workers/context';
import { createContactMethod } from '../../../workers/operations/contact-method/create';
import { sendCode } from '../../../workers/operations/contact-method/send-code';
import { testContactMethod } from '../../../workers/operations/contact-method/test';
import { updateContactMethod } from '../../../workers/operations/contact-method/update';
import { verifyContactMethod } from '../../../workers/operations/contact-method/verify';
import { aUser, auditActions, failureOf, settle, taken, version } from '../config/support';
import { contextNow, delivered, forget, outbox, pass, queued, startClock, storedWords } from './support';

beforeEach(async () => {
  startClock();
  await forget();
});
afterEach(async () => {
  await settle();
  vi.useRealTimers();
});

let numbers = 0;

/** A person's number that is not verified, and that person as they act. */
async function aNumber(change: object = {}) {
  numbers += 1;
  const user = await aUser(contextNow());
  const self = (more: Partial<Context> = {}) =>
    contextNow({ actor: { kind: 'user', id: user.id, name: user.name, role: 'USER' }, ...more });
  const value = `+4477009${String(numbers).padStart(5, '0')}`;
  const input = createContactMethodInput.parse({ userId: user.id, kind: 'sms', value, ...change });
  const { id } = taken(await createContactMethod(self(), input));
  return { id, value, self, code: () => codeFor(self(), id) };
}

async function codeFor(context: Context, id: string): Promise<string> {
  taken(await sendCode(context, { id }));
  await settle();
  return /\b\d{6}\b/.exec((await delivered()).text)?.[0] ?? '';
}

const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const WRONG = { code: 'invalid', fields: [{ path: 'code' }] };
const stranger = () => contextNow({ actor: { kind: 'user', id: 'usr_other', name: 'Eve', role: 'RESPONDER' } });

describe('a code', () => {
  it('goes to the number and verifies it, once', async () => {
    const { id, value, self, code } = await aNumber();
    const sent = taken(await sendCode(self(), { id }));
    expect(sent.expiresAt).toBe(Date.now() + 10 * MINUTE);
    await settle();
    const message = await delivered();
    expect(message).toMatchObject({ notificationId: sent.messageId, channel: 'sms', to: value, subject: null });
    const digits = /^\d{6}/.exec(message.text)?.[0] ?? '';
    const before = await version();
    expect(taken(await verifyContactMethod(self(), { id, code: digits }))).toMatchObject({
      verified: true,
      verifiedAt: Date.now(),
    });
    expect(await version()).toBe(before + 1);
    expect(await auditActions(id)).toEqual([
      'contact-method.create',
      'contact-method.send-code',
      'contact-method.verify',
    ]);
    expect(await storedWords()).not.toMatch(new RegExp(`\\b${digits}\\b`));
    expect(taken(await verifyContactMethod(self(), { id, code: other(digits) })).verified).toBe(true);
    await expect(code()).rejects.toThrow('verified already');
  });

  it('has five guesses, those at the same moment too', async () => {
    const { id, self, code } = await aNumber();
    const digits = await code();
    const guess = () => verifyContactMethod(self(), { id, code: other(digits) });
    for (const answer of await Promise.all([guess(), guess(), guess(), guess(), guess(), guess()])) {
      expect(failureOf(answer)).toMatchObject(WRONG);
    }
    expect(failureOf(await verifyContactMethod(self(), { id, code: digits }))).toMatchObject(WRONG);
    pass(MINUTE);
    expect(taken(await verifyContactMethod(self(), { id, code: await code() })).verified).toBe(true);
  });

  it('works at the fifth guess', async () => {
    const { id, self, code } = await aNumber();
    const digits = await code();
    for (let i = 0; i < 4; i += 1) await verifyContactMethod(self(), { id, code: other(digits) });
    expect((await verifyContactMethod(self(), { id, code: digits })).ok).toBe(true);
  });

  it('ends after ten minutes, and with a newer one', async () => {
    const { id, self, code } = await aNumber();
    const first = await code();
    pass(10 * MINUTE);
    expect(failureOf(await verifyContactMethod(self(), { id, code: first }))).toMatchObject(WRONG);
    const second = await code();
    pass(MINUTE);
    const third = await code();
    expect(failureOf(await verifyContactMethod(self(), { id, code: second }))).toMatchObject(WRONG);
    expect((await verifyContactMethod(self(), { id, code: third })).ok).toBe(true);
  });

  it('never verifies another address than the one it went to', async () => {
    const { id, self, code } = await aNumber();
    const digits = await code();
    taken(await updateContactMethod(self(), { id, value: '+447700900999' }));
    expect(failureOf(await verifyContactMethod(self(), { id, code: digits }))).toMatchObject(WRONG);
  });

  it('is sent once a minute, also when asked for twice at once, and ten times an hour', async () => {
    const { id, self } = await aNumber();
    const answers = await Promise.all([sendCode(self(), { id }), sendCode(self(), { id }), sendCode(self(), { id })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    pass(20 * SECOND);
    expect(failureOf(await sendCode(self(), { id }))).toMatchObject({
      code: 'rate-limited',
      detail: { retryAfterSeconds: 40 },
    });
    pass(40 * SECOND);
    for (let i = 0; i < 9; i += 1) {
      taken(await sendCode(self(), { id }));
      pass(MINUTE);
    }
    expect(failureOf(await sendCode(self(), { id })).code).toBe('rate-limited');
  });

  it('is for the owner, and for who may write people', async () => {
    const { id } = await aNumber();
    for (const run of [sendCode, testContactMethod]) {
      expect(failureOf(await run(stranger(), { id })).code).toBe('forbidden');
      expect(failureOf(await run(contextNow({ actor: ANONYMOUS }), { id })).code).toBe('unauthenticated');
      expect(failureOf(await run(contextNow(), { id: 'cm_none' })).code).toBe('not-found');
    }
    expect(failureOf(await verifyContactMethod(stranger(), { id, code: '000000' })).code).toBe('forbidden');
    expect((await sendCode(contextNow(), { id })).ok).toBe(true);
  });

  it('that was never sent is a wrong one', async () => {
    const { id, self } = await aNumber();
    expect(failureOf(await verifyContactMethod(self(), { id, code: '000000' }))).toMatchObject(WRONG);
  });
});

describe('a test message', () => {
  it.each(['sms', 'voice', 'whatsapp'] as const)('goes out by %s', async (kind) => {
    const { id, value, self } = await aNumber({ kind });
    const { messageId } = taken(await testContactMethod(self(), { id }));
    await settle();
    expect(queued.map(({ body }) => body)).toEqual([{ kind: 'message', messageId, channel: kind }]);
    const message = await delivered();
    expect(message).toMatchObject({ notificationId: messageId, channel: kind, to: value });
    expect(message.text).toContain('This is a test from OpsKnight');
  });

  it('waits ten seconds for the next', async () => {
    const { id, self } = await aNumber();
    const answers = await Promise.all([testContactMethod(self(), { id }), testContactMethod(self(), { id })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(failureOf(await testContactMethod(self(), { id }))).toMatchObject({ code: 'rate-limited' });
    pass(10 * SECOND);
    taken(await testContactMethod(self(), { id }));
    await settle();
    await delivered();
    expect(await outbox()).not.toHaveLength(0);
  });
});
