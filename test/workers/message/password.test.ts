import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANONYMOUS } from '../../../domain/access/actor';
import { HOUR, MINUTE } from '../../../domain/shared/time';
import { authenticateSession } from '../../../workers/access/authenticate-session';
import { countTry } from '../../../workers/access/lockout-gate';
import type { Context } from '../../../workers/context';
import { changePassword } from '../../../workers/operations/password/change';
import { findPasswordReset } from '../../../workers/operations/password/find-reset';
import { forgotPassword } from '../../../workers/operations/password/forgot';
import { resetPassword } from '../../../workers/operations/password/reset';
import { signIn } from '../../../workers/operations/session/sign-in';
import { updateUser } from '../../../workers/operations/user/update';
import { addUser, awayDb, PASSWORD, requestWithCookie } from '../access/support';
import { auditActions, failureOf, settle, taken } from '../config/support';
import {
  consumeQueued,
  contextNow,
  delivered,
  forget,
  NEXT_PASSWORD,
  outbox,
  pass,
  queued,
  startClock,
  storedWords,
  tokenIn,
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

const anybody = (change: Partial<Context> = {}) => contextNow({ actor: ANONYMOUS, ...change });
const forgot = async (email: string, change: Partial<Context> = {}) => {
  const answer = await forgotPassword(anybody(change), { email });
  await settle();
  return answer;
};
const linkFor = async (email: string): Promise<string> => {
  taken(await forgot(email));
  return tokenIn((await delivered()).text, 'reset');
};
const enter = (email: string, password: string) => signIn(anybody(), { email, password, remember: false });
const isSignedIn = async (setCookie: string) =>
  (await authenticateSession(contextNow(), requestWithCookie(setCookie))).kind === 'authenticated';

const DEAD = { code: 'not-found', message: 'This link does not work any more. Ask for a new one.' };

describe('a forgotten password', () => {
  it('is made anew by a link in an e-mail, which ends all sessions', async () => {
    const user = await addUser();
    const { setCookie } = taken(await enter(user.email, PASSWORD));
    const token = await linkFor(user.email);
    expect((await outbox()).at(-1)).toMatchObject({ to: user.email, subject: 'Choose a new OpsKnight password' });
    expect(await storedWords()).not.toContain(token);
    expect(taken(await findPasswordReset(anybody(), { token }))).toEqual({ email: user.email });
    expect(taken(await resetPassword(anybody(), { token, password: NEXT_PASSWORD }))).toEqual({ email: user.email });
    expect(await isSignedIn(setCookie)).toBe(false);
    expect((await enter(user.email, PASSWORD)).ok).toBe(false);
    expect((await enter(user.email, NEXT_PASSWORD)).ok).toBe(true);
    expect(await auditActions(user.id)).toEqual(['password.forgot', 'password.reset']);
    expect(await storedWords()).not.toMatch(new RegExp(`${NEXT_PASSWORD}|argon2`));
  });

  it('is answered the same for everybody, and mailed to active people only', async () => {
    const people = [await addUser({ status: 'DISABLED' }), await addUser({ status: 'INVITED' })];
    for (const email of [...people.map((one) => one.email), 'nobody@example.test', 'no address']) {
      expect(await forgot(email)).toEqual({ ok: true, value: null });
    }
    expect(queued).toEqual([]);
    const known = await addUser();
    const left: Promise<unknown>[] = [];
    const answer = await forgotPassword(anybody({ waitUntil: (work) => left.push(work) }), { email: known.email });
    expect(answer).toEqual({ ok: true, value: null });
    // What takes time for somebody known comes after the answer.
    expect(queued).toEqual([]);
    while (left.length > 0) await left.shift();
    expect(queued).toHaveLength(1);
  });

  it('fills no mailbox: one link a minute, and ten questions in a quarter of an hour', async () => {
    const user = await addUser();
    for (let i = 0; i < 10; i += 1) expect((await forgot(user.email)).ok).toBe(true);
    await consumeQueued();
    expect(await outbox()).toHaveLength(1);
    const unknown = 'unknown-asked@example.test';
    for (let i = 0; i < 10; i += 1) expect((await forgot(unknown)).ok).toBe(true);
    expect(failureOf(await forgot(unknown))).toEqual(failureOf(await forgot(user.email)));
    expect(failureOf(await forgot(user.email))).toMatchObject({
      code: 'rate-limited',
      detail: { retryAfterSeconds: 900 },
    });
    expect((await enter(user.email, PASSWORD)).ok).toBe(true);
  });

  it('says so when the database is away', async () => {
    expect(failureOf(await forgot('bo@example.test', { db: awayDb() })).code).toBe('unavailable');
  });

  it('that could not be stored is logged without the link or the address', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const user = await addUser();
    const db = contextNow().db;
    const broken = new Proxy(db, {
      get: (target, name) =>
        name === 'batch'
          ? () =>
              Promise.reject(new Error('Failed query: insert\nparams: secret', { cause: new Error('D1_ERROR: full') }))
          : Reflect.get(target, name),
    });
    expect((await forgot(user.email, { db: broken })).ok).toBe(true);
    expect(logged.mock.calls).toEqual([[`no password link for ${user.id}: D1_ERROR: full`]]);
  });

  it('works once, for an hour, and not for a link that a newer one or disabling ended', async () => {
    const [user, disabled, late] = [await addUser(), await addUser(), await addUser()];
    const first = await linkFor(user.email);
    pass(MINUTE);
    const second = await linkFor(user.email);
    const gone = await linkFor(disabled.email);
    taken(await updateUser(contextNow(), { id: disabled.id, status: 'DISABLED' }));
    const reset = (token: string) => resetPassword(anybody(), { token, password: NEXT_PASSWORD });
    for (const token of ['unknown', first, gone]) expect(failureOf(await reset(token))).toEqual(DEAD);
    const answers = await Promise.all([reset(second), reset(second)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(failureOf(await reset(second))).toEqual(DEAD);
    const expired = await linkFor(late.email);
    pass(HOUR);
    expect(failureOf(await reset(expired))).toEqual(DEAD);
  });

  it('lifts the lock-out that guesses have caused', async () => {
    const user = await addUser();
    const token = await linkFor(user.email);
    await Promise.all(Array.from({ length: 11 }, () => countTry(anybody(), user.email)));
    expect(failureOf(await enter(user.email, PASSWORD)).code).toBe('rate-limited');
    taken(await resetPassword(anybody(), { token, password: NEXT_PASSWORD }));
    expect((await enter(user.email, NEXT_PASSWORD)).ok).toBe(true);
  });
});

describe('a changed password', () => {
  const self = (id: string) => contextNow({ actor: { kind: 'user', id, name: 'Grace', role: 'RESPONDER' } });
  const cookieOf = (setCookie: string) => setCookie.split(';', 1).join('');

  it('ends the other sessions and the links that wait, not the session it is changed in', async () => {
    const user = await addUser();
    const here = taken(await enter(user.email, PASSWORD)).setCookie;
    const elsewhere = taken(await enter(user.email, PASSWORD)).setCookie;
    const token = await linkFor(user.email);
    const change = { current: PASSWORD, next: NEXT_PASSWORD, cookie: cookieOf(here) };
    taken(await changePassword(self(user.id), change));
    expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([true, false]);
    expect((await enter(user.email, NEXT_PASSWORD)).ok).toBe(true);
    expect(failureOf(await resetPassword(anybody(), { token, password: PASSWORD }))).toEqual(DEAD);
    expect(await auditActions(user.id)).toEqual(['password.forgot', 'password.change']);
  });

  it('needs the current one, and counts wrong ones like a sign-in', async () => {
    const user = await addUser();
    const change = (current: string, next = NEXT_PASSWORD) =>
      changePassword(self(user.id), { current, next, cookie: null });
    expect(failureOf(await change(PASSWORD, PASSWORD)).code).toBe('conflict');
    for (let i = 0; i < 10; i += 1) {
      expect(failureOf(await change('a wrong password'))).toMatchObject({
        code: 'invalid',
        fields: [{ path: 'current' }],
      });
    }
    expect(failureOf(await change(PASSWORD)).code).toBe('rate-limited');
  });

  it('is a matter of people', async () => {
    const input = { current: PASSWORD, next: NEXT_PASSWORD, cookie: null };
    const key = contextNow({ actor: { kind: 'api-key', id: 'key_1', name: 'K', scopes: ['admin'] } });
    expect(failureOf(await changePassword(anybody(), input)).code).toBe('unauthenticated');
    expect(failureOf(await changePassword(key, input)).code).toBe('forbidden');
    const invited = await addUser({ passwordHash: null });
    expect(failureOf(await changePassword(self(invited.id), input)).code).toBe('invalid');
  });
});
