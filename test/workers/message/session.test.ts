import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANONYMOUS } from '../../../domain/access/actor';
import { DAY, HOUR } from '../../../domain/shared/time';
import { authenticateSession } from '../../../workers/access/authenticate-session';
import { listSessions } from '../../../workers/operations/session/list';
import { revokeSession } from '../../../workers/operations/session/revoke';
import { signIn } from '../../../workers/operations/session/sign-in';
import { updateUser } from '../../../workers/operations/user/update';
import { addUser, PASSWORD, requestWithCookie } from '../access/support';
import { auditActions, failureOf, settle, taken } from '../config/support';
import { contextNow, pass, startClock } from './support';

beforeEach(startClock);
afterEach(async () => {
  await settle();
  vi.useRealTimers();
});

const enter = async (email: string, userAgent: string, remember = false) => {
  const input = { email, password: PASSWORD, remember, userAgent };
  return taken(await signIn(contextNow({ actor: ANONYMOUS, ip: '192.0.2.9' }), input)).setCookie;
};
const cookieOf = (setCookie: string) => setCookie.split(';', 1).join('');
const as = (id: string) => contextNow({ actor: { kind: 'user', id, name: 'Grace', role: 'RESPONDER' } });

describe('sessions', () => {
  it('of oneself are listed, the current one marked', async () => {
    const user = await addUser();
    await enter(user.email, 'Firefox');
    pass(1000);
    const here = await enter(user.email, 'Safari', true);
    await enter((await addUser()).email, 'Chrome');
    const list = taken(await listSessions(as(user.id), { cookie: cookieOf(here) }));
    expect(list).toMatchObject([
      { userAgent: 'Safari', ip: '192.0.2.9', current: true },
      { userAgent: 'Firefox', current: false },
    ]);
    expect(JSON.stringify(list)).not.toContain('hash');
    pass(13 * HOUR);
    expect(taken(await listSessions(as(user.id), { cookie: null })).map(({ userAgent }) => userAgent)).toEqual([
      'Safari',
    ]);
    pass(90 * DAY);
    expect(taken(await listSessions(as(user.id), { cookie: null }))).toEqual([]);
  });

  it('end one by one, but not those of others', async () => {
    const [user, other] = [await addUser(), await addUser()];
    const cookie = await enter(user.email, 'Firefox');
    const [session] = taken(await listSessions(as(user.id), { cookie: null }));
    const id = session?.id ?? '';
    expect(failureOf(await revokeSession(as(other.id), { id })).code).toBe('not-found');
    expect(failureOf(await revokeSession(as(other.id), { id: 'ses_none' })).code).toBe('not-found');
    for (let i = 0; i < 2; i += 1) expect(taken(await revokeSession(as(user.id), { id }))).toBeNull();
    expect(await authenticateSession(contextNow(), requestWithCookie(cookie))).toEqual({
      kind: 'refused',
      reason: 'revoked',
    });
    expect(await auditActions(id)).toEqual(['session.create', 'session.revoke']);
  });

  it('end when their person is disabled', async () => {
    const user = await addUser();
    const cookie = await enter(user.email, 'Firefox');
    taken(await updateUser(contextNow(), { id: user.id, status: 'DISABLED' }));
    taken(await updateUser(contextNow(), { id: user.id, status: 'ACTIVE' }));
    expect(await authenticateSession(contextNow(), requestWithCookie(cookie))).toEqual({
      kind: 'refused',
      reason: 'revoked',
    });
  });

  it('are a matter of people', async () => {
    const key = contextNow({ actor: { kind: 'api-key', id: 'key_1', name: 'K', scopes: ['admin'] } });
    expect(failureOf(await listSessions(key, { cookie: null })).code).toBe('forbidden');
    expect(failureOf(await revokeSession(contextNow({ actor: ANONYMOUS }), { id: 'ses_1' })).code).toBe(
      'unauthenticated',
    );
  });
});
