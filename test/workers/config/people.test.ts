import { env } from 'cloudflare:test';
import { afterEach, describe, expect, it } from 'vitest';
import { contactMethodsOf } from '../../../db/repositories/contact-methods';
import { createContactMethodInput } from '../../../domain/notification/contact-method';
import { createUserInput } from '../../../domain/user/input';
import { createContactMethod } from '../../../workers/operations/contact-method/create';
import { getContactMethod } from '../../../workers/operations/contact-method/get';
import { listContactMethods } from '../../../workers/operations/contact-method/list';
import { removeContactMethod } from '../../../workers/operations/contact-method/remove';
import { updateContactMethod } from '../../../workers/operations/contact-method/update';
import { createRule } from '../../../workers/operations/notification-rule/create';
import { listRules } from '../../../workers/operations/notification-rule/list';
import { removeRule } from '../../../workers/operations/notification-rule/remove';
import { updateRule } from '../../../workers/operations/notification-rule/update';
import { createUser } from '../../../workers/operations/user/create';
import { getUser } from '../../../workers/operations/user/get';
import { listUsers } from '../../../workers/operations/user/list';
import { updateUser } from '../../../workers/operations/user/update';
import { adminContext, aUser, auditActions, db, failureOf, settle, taken, version } from './support';

const context = adminContext();
afterEach(settle);

describe('people', () => {
  it('are reachable by e-mail from the first minute, and leave a trace', async () => {
    const before = await version();
    const user = await aUser(context, { email: ' Grace@Example.TEST ' });
    expect(await version()).toBe(before + 1);
    expect(user).not.toHaveProperty('passwordHash');
    expect(await contactMethodsOf(db, user.id)).toMatchObject([
      { kind: 'email', value: 'grace@example.test', verifiedAt: context.now, enabled: true },
    ]);
    expect(taken(await getUser(context, { id: user.id }))).toEqual(user);
    expect(await auditActions(user.id)).toEqual(['user.create']);
  });

  it('are invited without a password and active with one', async () => {
    const make = (email: string, more: object) =>
      createUser(context, createUserInput.parse({ name: 'New', email, role: 'USER', timezone: 'UTC', ...more }));
    expect(taken(await make('invited@example.test', {})).status).toBe('INVITED');
    expect(taken(await make('active@example.test', { password: 'long enough' })).status).toBe('ACTIVE');
  });

  it('cannot share an e-mail address', async () => {
    await aUser(context, { email: 'one@example.test' });
    const again = createUserInput.parse({ name: 'Two', email: 'ONE@example.test', role: 'USER', timezone: 'UTC' });
    expect(failureOf(await createUser(context, again)).code).toBe('conflict');
    const other = await aUser(context);
    const taken = failureOf(await updateUser(context, { id: other.id, email: 'one@example.test' }));
    expect(taken).toMatchObject({ code: 'conflict', fields: [{ path: 'email' }] });
  });

  it('keep what a change leaves out, and their e-mail method follows their address', async () => {
    const user = await aUser(context);
    const changed = taken(await updateUser(context, { id: user.id, email: 'moved@example.test', name: undefined }));
    expect(changed).toMatchObject({ name: user.name, email: 'moved@example.test', role: 'RESPONDER' });
    expect(await contactMethodsOf(db, user.id)).toMatchObject([{ value: 'moved@example.test' }]);
  });

  it('change their own name and nothing else of themselves', async () => {
    const user = await aUser(context);
    const self = adminContext({ actor: { kind: 'user', id: user.id, name: user.name, role: 'RESPONDER' } });
    expect(taken(await updateUser(self, { id: user.id, name: 'Myself' })).name).toBe('Myself');
    expect(failureOf(await updateUser(self, { id: user.id, role: 'ADMIN' })).code).toBe('forbidden');
  });

  it('are made administrators only by administrators', async () => {
    const scopes = ['config:write'] as const;
    const key = adminContext({ actor: { kind: 'api-key', id: 'key_1', name: 'Terraform', scopes } });
    const user = await aUser(key);
    expect(failureOf(await updateUser(key, { id: user.id, role: 'ADMIN' })).code).toBe('forbidden');
    const admin = await aUser(context, { role: 'ADMIN' });
    expect(failureOf(await updateUser(key, { id: admin.id, password: 'taken over' })).code).toBe('forbidden');
  });

  it('never lose their last administrator', async () => {
    const [first, second] = [await aUser(context, { role: 'ADMIN' }), await aUser(context, { role: 'ADMIN' })];
    const { data } = taken(await listUsers(context, { limit: 100 }));
    for (const { id } of data.filter(({ id, role }) => role === 'ADMIN' && id !== first.id)) {
      expect((await updateUser(context, { id, status: 'DISABLED' })).ok).toBe(true);
    }
    expect(failureOf(await updateUser(context, { id: first.id, role: 'USER' })).code).toBe('conflict');
    expect((await updateUser(context, { id: second.id, status: 'ACTIVE' })).ok).toBe(true);
    expect((await updateUser(context, { id: first.id, role: 'USER' })).ok).toBe(true);
  });
});

describe('contact methods', () => {
  const input = (fields: object) => createContactMethodInput.parse(fields);

  it('are verified when an administrator says so, and not when their owner does', async () => {
    const user = await aUser(context);
    const self = adminContext({ actor: { kind: 'user', id: user.id, name: user.name, role: 'USER' } });
    const byAdmin = await createContactMethod(
      context,
      input({ userId: user.id, kind: 'sms', value: '+44 7700 900123', verified: true }),
    );
    expect(taken(byAdmin)).toMatchObject({ value: '+447700900123', verified: true });
    const byOwner = await createContactMethod(
      self,
      input({ userId: user.id, kind: 'voice', value: '+447700900124', verified: true }),
    );
    expect(taken(byOwner).verified).toBe(false);
    const other = await aUser(context);
    const foreign = await createContactMethod(self, input({ userId: other.id, kind: 'voice', value: '+447700900125' }));
    expect(failureOf(foreign).code).toBe('forbidden');
  });

  it('name what is wrong with them', async () => {
    const user = await aUser(context);
    const wrong = await createContactMethod(context, input({ userId: user.id, kind: 'sms', value: '0301234' }));
    expect(failureOf(wrong)).toMatchObject({ code: 'invalid', fields: [{ path: 'value' }] });
    const nobody = await createContactMethod(
      context,
      input({ userId: 'usr_none', kind: 'email', value: 'a@example.test' }),
    );
    expect(failureOf(nobody)).toMatchObject({ code: 'invalid', fields: [{ path: 'userId' }] });
    const twice = await createContactMethod(context, input({ userId: user.id, kind: 'email', value: user.email }));
    expect(failureOf(twice).code).toBe('conflict');
  });

  it('lose their verification with their address', async () => {
    const user = await aUser(context);
    const [email] = taken(await listContactMethods(context, { limit: 50, userId: user.id })).data;
    const changed = await updateContactMethod(context, { id: email?.id ?? '', value: 'other@example.test' });
    expect(taken(changed)).toMatchObject({ value: 'other@example.test', verified: false, enabled: true });
    const off = await updateContactMethod(context, { id: email?.id ?? '', enabled: false, verified: true });
    expect(taken(off)).toMatchObject({ verified: true, enabled: false });
  });

  it('show the keys of a push subscription to their owner only', async () => {
    const user = await aUser(context);
    const actor = { kind: 'user' as const, id: user.id, name: user.name, role: 'RESPONDER' as const };
    const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) };
    const value = JSON.stringify({ endpoint: 'https://push.example.test/1', keys });
    const self = adminContext({ actor });
    const made = taken(await createContactMethod(self, input({ userId: user.id, kind: 'push', value })));
    expect(made).toMatchObject({ value, verified: true });
    const other = adminContext({ actor: { ...actor, id: 'usr_other' } });
    expect(taken(await getContactMethod(other, { id: made.id })).value).not.toContain('keys');
    const row = await env.DB.prepare('SELECT after FROM audit_log WHERE target_id = ?').bind(made.id).first('after');
    expect(row).not.toContain('p256dh');
  });

  it('take their rules along', async () => {
    const user = await aUser(context);
    const [email] = taken(await listContactMethods(context, { limit: 50, userId: user.id })).data;
    const contactMethodId = email?.id ?? '';
    const rule = { userId: user.id, urgency: 'HIGH' as const, contactMethodId, delayMinutes: 3 };
    const made = taken(await createRule(context, rule));
    expect(failureOf(await createRule(context, rule)).code).toBe('conflict');
    expect(taken(await updateRule(context, { id: made.id, delayMinutes: 4 })).delayMinutes).toBe(4);
    expect(taken(await listRules(context, { limit: 50, userId: user.id })).data).toHaveLength(1);
    taken(await removeContactMethod(context, { id: contactMethodId }));
    expect(taken(await listRules(context, { limit: 50, userId: user.id })).data).toEqual([]);
    expect(failureOf(await removeRule(context, { id: made.id })).code).toBe('not-found');
  });

  it('of another person cannot be in a rule', async () => {
    const [user, other] = [await aUser(context), await aUser(context)];
    const [email] = taken(await listContactMethods(context, { limit: 50, userId: other.id })).data;
    const rule = { userId: user.id, urgency: 'LOW' as const, contactMethodId: email?.id ?? '', delayMinutes: 0 };
    expect(failureOf(await createRule(context, rule)).fields).toMatchObject([{ path: 'contactMethodId' }]);
  });
});
