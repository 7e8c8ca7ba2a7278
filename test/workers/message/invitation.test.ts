import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANONYMOUS } from '../../../domain/access/actor';
import { acceptInvitationInput } from '../../../domain/access/password-input';
import { DAY } from '../../../domain/shared/time';
import { authenticateSession } from '../../../workers/access/authenticate-session';
import { acceptInvitation } from '../../../workers/operations/invitation/accept';
import { createInvitation } from '../../../workers/operations/invitation/create';
import { findInvitation } from '../../../workers/operations/invitation/find';
import { revokeInvitation } from '../../../workers/operations/invitation/revoke';
import { signIn } from '../../../workers/operations/session/sign-in';
import { getUser } from '../../../workers/operations/user/get';
import { updateUser } from '../../../workers/operations/user/update';
import { requestWithCookie } from '../access/support';
import { aUser, auditActions, failureOf, settle, taken, version } from '../config/support';
import {
  consumeQueued,
  contextNow,
  delivered,
  forget,
  NEXT_PASSWORD,
  outbox,
  pass,
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
});

const anybody = () => contextNow({ actor: ANONYMOUS });
const invitee = (change: object = {}) => aUser(contextNow(), { status: 'INVITED', timezone: 'UTC', ...change });
const invite = async (id: string) => {
  const { url, expiresAt } = taken(await createInvitation(contextNow(), { id }));
  await settle();
  return { url, expiresAt, token: tokenIn(url, 'accept') };
};
const accept = (token: string, more: object = {}) =>
  acceptInvitation(anybody(), acceptInvitationInput.parse({ token, password: NEXT_PASSWORD, ...more }));

const DEAD = { code: 'not-found', message: 'This link does not work any more. Ask for a new one.' };

describe('an invitation', () => {
  it('is e-mailed and answered as the same link, for seven days', async () => {
    const user = await invitee();
    const { url, expiresAt, token } = await invite(user.id);
    expect(url).toBe(`http://127.0.0.1:8787/accept/${token}`);
    expect(token).toMatch(/^[0-9a-z]{22}$/);
    expect(expiresAt).toBe(Date.now() + 7 * DAY);
    const mail = await delivered();
    expect(mail).toMatchObject({ to: user.email, recipientName: user.name, channel: 'email' });
    expect(mail.text).toContain(`Ada invited you to OpsKnight`);
    expect(mail.text).toContain(url);
    expect(await storedWords()).not.toContain(token);
    expect(await auditActions(user.id)).toEqual(['user.create', 'invitation.create']);
  });

  it('makes the person ACTIVE with what they say, and signs them in', async () => {
    const user = await invitee();
    const { token } = await invite(user.id);
    expect(taken(await findInvitation(anybody(), { token }))).toEqual({
      name: user.name,
      email: user.email,
      timezone: 'UTC',
      organisation: 'OpsKnight',
    });
    const before = await version();
    const entered = taken(await accept(token, { name: 'Bo', timezone: 'Europe/Oslo' }));
    expect(entered.viewer).toMatchObject({ id: user.id, name: 'Bo', timezone: 'Europe/Oslo' });
    expect(await authenticateSession(contextNow(), requestWithCookie(entered.setCookie))).toMatchObject({
      kind: 'authenticated',
      actor: { id: user.id },
    });
    expect(taken(await getUser(contextNow(), { id: user.id }))).toMatchObject({ status: 'ACTIVE', name: 'Bo' });
    expect(await version()).toBe(before + 1);
    expect(await auditActions(user.id)).toEqual(['user.create', 'invitation.create', 'invitation.accept']);
    const again = { email: user.email, password: NEXT_PASSWORD, remember: false };
    expect((await signIn(anybody(), again)).ok).toBe(true);
    expect(await storedWords()).not.toMatch(new RegExp(`${NEXT_PASSWORD}|argon2`));
  });

  it('works once, also for two at the same moment', async () => {
    const { token } = await invite((await invitee()).id);
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(failureOf(answers.find(({ ok }) => !ok) ?? (await accept(token)))).toEqual(DEAD);
    expect(failureOf(await accept(token))).toEqual(DEAD);
  });

  it('says the same of a link that is unknown, expired, replaced, taken back, or of somebody disabled', async () => {
    const [replaced, takenBack, disabled, expired] = [
      await invitee(),
      await invitee(),
      await invitee(),
      await invitee(),
    ];
    const old = await invite(replaced.id);
    pass(1000);
    const newer = await invite(replaced.id);
    const back = await invite(takenBack.id);
    taken(await revokeInvitation(contextNow(), { id: takenBack.id }));
    const of = await invite(disabled.id);
    taken(await updateUser(contextNow(), { id: disabled.id, status: 'DISABLED' }));
    const late = await invite(expired.id);
    for (const token of ['unknown', old.token, back.token, of.token]) {
      expect(failureOf(await accept(token))).toEqual(DEAD);
      expect(failureOf(await findInvitation(anybody(), { token }))).toEqual(DEAD);
    }
    expect((await accept(newer.token)).ok).toBe(true);
    pass(7 * DAY);
    expect(failureOf(await accept(late.token))).toEqual(DEAD);
  });

  it('that waits to be sent gives way to a newer one', async () => {
    const user = await invitee();
    await invite(user.id);
    pass(1000);
    const { url } = await invite(user.id);
    await consumeQueued();
    const mails = await outbox();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain(url);
  });

  it('needs the right to write people, and more for an administrator', async () => {
    const user = await invitee();
    const admin = await invitee({ role: 'ADMIN' });
    const responder = contextNow({ actor: { kind: 'user', id: 'usr_r', name: 'R', role: 'RESPONDER' } });
    const key = contextNow({ actor: { kind: 'api-key', id: 'key_1', name: 'Terraform', scopes: ['config:write'] } });
    expect(failureOf(await createInvitation(anybody(), { id: user.id })).code).toBe('unauthenticated');
    expect(failureOf(await createInvitation(responder, { id: user.id })).code).toBe('forbidden');
    expect(failureOf(await createInvitation(responder, { id: 'usr_none' })).code).toBe('forbidden');
    expect(failureOf(await revokeInvitation(responder, { id: user.id })).code).toBe('forbidden');
    expect((await createInvitation(key, { id: user.id })).ok).toBe(true);
    expect(failureOf(await createInvitation(key, { id: admin.id })).code).toBe('forbidden');
    expect(failureOf(await createInvitation(contextNow(), { id: 'usr_none' })).code).toBe('not-found');
    const active = await aUser(contextNow());
    expect(failureOf(await createInvitation(contextNow(), { id: active.id })).code).toBe('conflict');
  });
});
