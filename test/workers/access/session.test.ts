import { env } from 'cloudflare:test';
import { sign } from '@tsndr/cloudflare-worker-jwt';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeDb } from '../../../db/client';
import { auditLog, sessions, users } from '../../../db/schema';
import { DAY, HOUR, MINUTE } from '../../../domain/shared/time';
import { authenticateSession } from '../../../workers/access/authenticate-session';
import { macKey } from '../../../workers/access/keyring';
import { signSessionToken, verifySessionToken } from '../../../workers/access/session-token';
import { startSession } from '../../../workers/access/start-session';
import type { Context } from '../../../workers/context';
import { signOut } from '../../../workers/operations/session/sign-out';
import { addUser, awayDb, configWith, contextWith, NOW, RINGS, requestWithCookie } from './support';

const db = makeDb(env.DB);
const PERSON = {
  id: 'usr_1',
  name: 'Grace Hopper ✓',
  email: 'g@example.test',
  role: 'RESPONDER' as const,
  timezone: 'UTC',
  locale: 'en',
};
const TOKEN = { sid: 's'.repeat(22), person: PERSON, issuedAt: NOW, expiresAt: NOW + HOUR };

describe('a session token', () => {
  const config = configWith({ secrets: RINGS.old });

  it('says who, and until when', async () => {
    const text = await signSessionToken(config, TOKEN);
    expect(await verifySessionToken(config, text, NOW)).toEqual({ valid: true, token: TOKEN });
    expect(await verifySessionToken(config, text, NOW + HOUR - 1)).toMatchObject({ valid: true });
    expect(await verifySessionToken(config, text, NOW + HOUR)).toEqual({ valid: false, reason: 'expired' });
  });

  it('is worthless with any part changed', async () => {
    const [header = '', payload = '', signature = ''] = (await signSessionToken(config, TOKEN)).split('.');
    const other = (await signSessionToken(config, { ...TOKEN, person: { ...PERSON, role: 'ADMIN' } })).split('.');
    const none = btoa('{"alg":"none","kid":"v1"}').replace(/=+$/, '');
    const hs512 = btoa('{"alg":"HS512","kid":"v1"}').replace(/=+$/, '');
    const changed = [
      `${header}.${other[1]}.${signature}`,
      `${header}.${payload}.${signature.slice(1)}A`,
      `${none}.${payload}.${signature}`,
      `${hs512}.${payload}.${signature}`,
    ];
    for (const text of changed) {
      expect(await verifySessionToken(config, text, NOW)).toEqual({ valid: false, reason: 'bad-signature' });
    }
    for (const text of ['', 'x', `${none}.${payload}.`, `${header}.${payload}.${signature}.x`, `a.b.${signature}`]) {
      expect(await verifySessionToken(config, text, NOW)).toEqual({ valid: false, reason: 'malformed' });
    }
  });

  it('made for another purpose is not taken', async () => {
    const key = await macKey(config, 'api-key', 'v1');
    const text = await sign({ sub: 'usr_1' }, key ?? undefined, { algorithm: 'HS256', header: { kid: 'v1' } });
    expect(await verifySessionToken(config, text, NOW)).toEqual({ valid: false, reason: 'bad-signature' });
  });

  it('outlives the arrival of a new key, and not the retirement of its own', async () => {
    const text = await signSessionToken(config, TOKEN);
    expect(await verifySessionToken(configWith({ secrets: RINGS.both }), text, NOW)).toMatchObject({ valid: true });
    expect(await verifySessionToken(configWith({ secrets: RINGS.renewed }), text, NOW)).toEqual({
      valid: false,
      reason: 'bad-signature',
    });
    const newer = await signSessionToken(configWith({ secrets: RINGS.both }), TOKEN);
    expect(await verifySessionToken(configWith({ secrets: RINGS.renewed }), newer, NOW)).toMatchObject({ valid: true });
  });
});

describe('a session', () => {
  let user: { id: string; email: string };
  let setCookie: string;
  let rowId: string;

  async function begin(kind: 'browser' | 'phone', role: 'ADMIN' | 'RESPONDER' = 'RESPONDER') {
    user = await addUser({ role, passwordHash: null });
    const context = contextWith();
    const person = { ...PERSON, id: user.id, email: user.email, name: 'Grace', timezone: 'Europe/Berlin', role };
    const session = await startSession(context, person, { kind, userAgent: 'test' });
    await session.statement;
    setCookie = session.setCookie;
    rowId = session.rowId;
  }

  const ask = (change: Partial<Context> = {}) => authenticateSession(contextWith(change), requestWithCookie(setCookie));

  beforeEach(() => begin('browser'));

  it('authenticates its person, with the permissions of their role', async () => {
    expect(await ask()).toMatchObject({
      kind: 'authenticated',
      actor: { kind: 'user', id: user.id, name: 'Grace', role: 'RESPONDER' },
      viewer: { email: user.email, timezone: 'Europe/Berlin' },
      verifiedOffline: false,
      renewedCookie: null,
    });
  });

  it('is nobody without its cookie', async () => {
    const answer = await authenticateSession(contextWith(), new Request('http://127.0.0.1:8787/'));
    expect(answer).toEqual({ kind: 'anonymous' });
  });

  it('ends with its row', async () => {
    await db.update(sessions).set({ revokedAt: NOW }).where(eq(sessions.id, rowId));
    expect(await ask()).toEqual({ kind: 'refused', reason: 'revoked' });
    await db.delete(sessions).where(eq(sessions.id, rowId));
    expect(await ask()).toEqual({ kind: 'refused', reason: 'unknown' });
  });

  it('ends with the disabling of its person', async () => {
    await db.update(users).set({ status: 'DISABLED' }).where(eq(users.id, user.id));
    expect(await ask()).toEqual({ kind: 'refused', reason: 'disabled' });
  });

  it('has the role of today and puts it into the cookie', async () => {
    await db.update(users).set({ role: 'OBSERVER' }).where(eq(users.id, user.id));
    const answer = await ask();
    expect(answer).toMatchObject({ actor: { role: 'OBSERVER' } });
    setCookie = answer.kind === 'authenticated' ? (answer.renewedCookie ?? '') : '';
    expect(await ask({ db: awayDb() })).toMatchObject({ actor: { role: 'OBSERVER' }, verifiedOffline: true });
  });

  it('is noted and renewed once in five minutes of use', async () => {
    expect(await ask({ now: NOW + 5 * MINUTE - 1 })).toMatchObject({ renewedCookie: null });
    const context = contextWith({ now: NOW + 5 * MINUTE });
    const answer = await authenticateSession(context, requestWithCookie(setCookie));
    expect(answer).toMatchObject({ renewedCookie: expect.stringContaining('Max-Age=43200') });
    await Promise.all(context.left);
    expect(await db.select().from(sessions).where(eq(sessions.id, rowId)).get()).toMatchObject({
      lastSeenAt: NOW + 5 * MINUTE,
    });
  });

  it('ends after 12 idle hours, though its token were younger', async () => {
    await db
      .update(sessions)
      .set({ lastSeenAt: NOW - 12 * HOUR })
      .where(eq(sessions.id, rowId));
    expect(await ask()).toEqual({ kind: 'refused', reason: 'expired' });
    expect(await ask({ now: NOW + 12 * HOUR, db: awayDb() })).toEqual({ kind: 'refused', reason: 'expired' });
  });

  it('of a phone that asked lasts 90 days without use', async () => {
    await begin('phone');
    expect(await ask({ now: NOW + 90 * DAY - 1 })).toMatchObject({ kind: 'authenticated' });
    expect(await ask({ now: NOW + 90 * DAY })).toEqual({ kind: 'refused', reason: 'expired' });
  });

  it('acts on incidents while the database is away, and configures nothing', async () => {
    await begin('browser', 'ADMIN');
    expect(await ask({ db: awayDb() })).toMatchObject({
      kind: 'authenticated',
      actor: { kind: 'user', id: user.id, name: 'Grace', role: 'RESPONDER' },
      viewer: { email: user.email, permissions: expect.not.arrayContaining(['config.write']) },
      verifiedOffline: true,
    });
  });

  it('is ended by signing out, which is audited', async () => {
    const cookie = requestWithCookie(setCookie).headers.get('cookie');
    const answer = await signOut(contextWith(), { cookie });
    expect(answer).toEqual({
      ok: true,
      value: { setCookie: 'session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0', revoked: true },
    });
    expect(await ask()).toEqual({ kind: 'refused', reason: 'revoked' });
    expect(await db.select().from(auditLog).where(eq(auditLog.targetId, rowId)).all()).toMatchObject([
      { action: 'session.revoke', actor: { kind: 'user', id: user.id, name: 'Grace' } },
    ]);
  });

  it('is at least forgotten by the browser when the database is away at signing out', async () => {
    const cookie = requestWithCookie(setCookie).headers.get('cookie');
    expect(await signOut(contextWith({ db: awayDb() }), { cookie })).toMatchObject({
      ok: true,
      value: { revoked: false },
    });
    expect(await signOut(contextWith(), { cookie: null })).toMatchObject({ ok: true });
  });

  it('has a __Host- cookie over https', async () => {
    const config = configWith({ appUrl: 'https://ops.example.test', isLocal: false });
    const context = contextWith({ config });
    const session = await startSession(context, PERSON, { kind: 'browser', userAgent: null });
    expect(session.setCookie).toMatch(
      /^__Host-session=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/,
    );
  });
});
