import { env, runDurableObjectAlarm } from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeDb } from '../../../db/client';
import { auditLog, sessions } from '../../../db/schema';
import { DAY, MINUTE } from '../../../domain/shared/time';
import { authenticateSession } from '../../../workers/access/authenticate-session';
import { countTry } from '../../../workers/access/lockout-gate';
import { within } from '../../../workers/access/within';
import type { Context } from '../../../workers/context';
import { signIn } from '../../../workers/operations/session/sign-in';
import { addUser, awayDb, contextWith, PASSWORD, requestWithCookie } from './support';

const WRONG = { ok: false, error: { code: 'unauthenticated', message: 'E-mail or password is wrong.' } };

const enter = (email: string, password: string, change: Partial<Context> = {}) =>
  signIn(contextWith(change), { email, password, remember: false });

// Timers stand where tries are counted: on a slow machine the counters would not answer within their patience, and
// nobody is locked out for that.
afterEach(() => {
  vi.useRealTimers();
});

describe('signing in', () => {
  it('gives a session to who knows the password, and writes it down', async () => {
    const user = await addUser({ role: 'ADMIN' });
    const answer = await signIn(contextWith({ ip: '192.0.2.1' }), {
      email: user.email,
      password: PASSWORD,
      remember: true,
      userAgent: 'Firefox',
    });
    if (!answer.ok) throw new Error(answer.error.message);
    expect(answer.value.viewer).toMatchObject({ id: user.id, permissions: expect.arrayContaining(['secrets.write']) });
    expect(answer.value.setCookie).toContain('Max-Age=7776000');
    expect(await authenticateSession(contextWith(), requestWithCookie(answer.value.setCookie))).toMatchObject({
      actor: { id: user.id, role: 'ADMIN' },
    });
    const db = makeDb(env.DB);
    const row = await db.select().from(sessions).where(eq(sessions.userId, user.id)).get();
    expect(row).toMatchObject({ ip: '192.0.2.1', userAgent: 'Firefox' });
    const audit = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.targetId, row?.id ?? ''))
      .get();
    expect(audit).toMatchObject({ action: 'session.create', actor: { id: user.id }, after: { kind: 'phone' } });
  });

  it('answers all who may not the same', async () => {
    const active = await addUser();
    const [disabled, invited, without] = [
      await addUser({ status: 'DISABLED' }),
      await addUser({ status: 'INVITED' }),
      await addUser({ passwordHash: null }),
    ];
    expect(await enter(active.email, 'wrong')).toEqual(WRONG);
    expect(await enter('nobody@example.test', PASSWORD)).toEqual(WRONG);
    expect(await enter(disabled.email, PASSWORD)).toEqual(WRONG);
    expect(await enter(invited.email, PASSWORD)).toEqual(WRONG);
    expect(await enter(without.email, PASSWORD)).toEqual(WRONG);
  });

  it('locks an account after ten tries, those made at once too, known or not, and whatever the password', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    const known = await addUser();
    for (const email of [known.email, 'unknown@example.test']) {
      const answers = await Promise.all(Array.from({ length: 12 }, () => enter(email, 'wrong')));
      expect(answers.filter((answer) => !answer.ok && answer.error.code === 'unauthenticated')).toHaveLength(10);
      expect(await enter(email, PASSWORD)).toEqual({
        ok: false,
        error: {
          code: 'rate-limited',
          message: 'Too many tries. Wait 15 minutes and try again.',
          detail: { retryAfterSeconds: 900 },
        },
      });
    }
    vi.setSystemTime(Date.now() + 15 * MINUTE);
    expect(await enter(known.email, PASSWORD)).toMatchObject({ ok: true });
  });

  it('forgets the failures of an account when its person comes in', async () => {
    const user = await addUser();
    for (let round = 0; round < 2; round += 1) {
      await Promise.all(Array.from({ length: 9 }, () => countTry({ env, ip: null }, user.email)));
      expect(await enter(user.email, PASSWORD)).toMatchObject({ ok: true });
    }
  });

  it('locks an address after fifty tries at any accounts, and with it its 64-bit network', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const tryFrom = (ip: string, name: string) => countTry({ env, ip }, `${name}@example.test`);
    const verdicts = await Promise.all(
      Array.from({ length: 52 }, (_, i) => tryFrom(`2001:db8:7:7::${i}`, `guess${i}`)),
    );
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(50);
    expect(await tryFrom('2001:db8:7:8::1', 'someone')).toEqual({ allowed: true });
    const user = await addUser();
    expect(await enter(user.email, PASSWORD, { ip: '2001:db8:7:7::1' })).toMatchObject({
      error: { code: 'rate-limited' },
    });
    expect(await enter(user.email, PASSWORD)).toMatchObject({ ok: true });
  });

  it('goes on without the counters when they fail, and says so when the database does', async () => {
    const user = await addUser();
    const broken = { ...env, LIMITS: { idFromName: () => ({}), get: () => ({}) } } as unknown as Context['env'];
    expect(await enter(user.email, PASSWORD, { env: broken })).toMatchObject({ ok: true });
    expect(await enter(user.email, PASSWORD, { db: awayDb() })).toMatchObject({ error: { code: 'unavailable' } });
  });

  it('waits for nothing longer than its patience', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const waiting = within(500, () => new Promise<string>(() => {}));
    await vi.advanceTimersByTimeAsync(500);
    expect(await waiting).toEqual({ answered: false });
    expect(await within(500, async () => 'now')).toEqual({ answered: true, value: 'now' });
  });
});

describe('the counter of tries', () => {
  it('empties itself when a day has passed', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    const counter = env.LIMITS.get(env.LIMITS.idFromName('account of a test'));
    for (let i = 0; i < 11; i += 1) await counter.attempt('account');
    expect(await counter.attempt('account')).toEqual({ allowed: false, retryAfterSeconds: 900 });
    vi.setSystemTime(Date.now() + 16 * MINUTE);
    await runDurableObjectAlarm(counter);
    for (let i = 0; i < 10; i += 1) await counter.attempt('account');
    expect(await counter.attempt('account')).toEqual({ allowed: false, retryAfterSeconds: 1800 });
    vi.setSystemTime(Date.now() + 2 * DAY);
    expect(await runDurableObjectAlarm(counter)).toBe(true);
    expect(await runDurableObjectAlarm(counter)).toBe(false);
  });
});
