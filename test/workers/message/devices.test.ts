import { expect, it } from 'vitest';
import { listContactMethods } from '../../../workers/operations/contact-method/list';
import { listDevices } from '../../../workers/operations/device/list';
import { registerDevice } from '../../../workers/operations/device/register';
import { adminContext, aUser, auditActions, failureOf, settle, taken } from '../config/support';

const keys = {
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
};
const subscriptionAt = (name: string) => JSON.stringify({ endpoint: `https://push.example.test/${name}`, keys });
const browser = (name: string, more: object = {}) => ({
  subscription: subscriptionAt(name),
  name: 'Chrome on Android',
  installed: true,
  ...more,
});

async function aPerson() {
  const user = await aUser(adminContext());
  return adminContext({ actor: { kind: 'user', id: user.id, name: user.name, role: 'RESPONDER' } });
}
const idOf = (context: Awaited<ReturnType<typeof aPerson>>) => (context.actor.kind === 'user' ? context.actor.id : '');
const devicesOf = async (context: Awaited<ReturnType<typeof aPerson>>) => taken(await listDevices(context)).data;

it('a browser that subscribes is a verified device of whoever is signed in, however often it says so', async () => {
  const self = await aPerson();
  const { id } = taken(await registerDevice(self, browser('one')));
  expect(taken(await registerDevice(self, browser('one'))).id).toBe(id);
  const devices = await devicesOf(self);
  expect(devices).toMatchObject([{ id, name: 'Chrome on Android', installed: true, enabled: true, verified: true }]);
  expect(JSON.stringify(devices)).not.toContain(keys.auth);
  expect(await auditActions(id)).toEqual(['device.add']);
  await settle();
});

it('a subscription that was renewed takes the place of the one before', async () => {
  const self = await aPerson();
  const { id } = taken(await registerDevice(self, browser('old')));
  expect(taken(await registerDevice(self, browser('new', { replaces: id }))).id).toBe(id);
  expect((await devicesOf(self)).map(({ endpoint }) => endpoint)).toEqual(['https://push.example.test/new']);
  await settle();
});

it('a browser that somebody else signs in with leads to nobody but them', async () => {
  const first = await aPerson();
  taken(await registerDevice(first, browser('shared')));
  const second = await aPerson();
  taken(await registerDevice(second, browser('shared')));
  expect(await devicesOf(first)).toEqual([]);
  expect(await devicesOf(second)).toHaveLength(1);
  await settle();
});

it('refuses what is no subscription, an address inside, and a key that is no person, and stores nothing', async () => {
  const self = await aPerson();
  for (const subscription of [
    '{}',
    'no json',
    JSON.stringify({ endpoint: 'http://push.example.test/x', keys }),
    JSON.stringify({ endpoint: 'https://127.0.0.1/x', keys }),
    JSON.stringify({ endpoint: 'https://push.example.test/x', keys: { ...keys, p256dh: 'short' } }),
  ]) {
    expect(failureOf(await registerDevice(self, { ...browser('x'), subscription }))).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'subscription' }],
    });
  }
  const key = adminContext({ actor: { kind: 'api-key', id: 'key_1', name: 'CI', scopes: ['admin'] } });
  expect(failureOf(await registerDevice(key, browser('x')))).toMatchObject({ code: 'invalid' });
  const kept = taken(await listContactMethods(self, { limit: 100, userId: idOf(self) })).data;
  expect(kept.filter(({ kind }) => kind === 'push')).toEqual([]);
});
