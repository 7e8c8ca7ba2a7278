import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createContactMethodInput } from '../../../domain/notification/contact-method';
import { MINUTE } from '../../../domain/shared/time';
import type { Context } from '../../../workers/context';
import { createContactMethod } from '../../../workers/operations/contact-method/create';
import { successesOf } from '../../../workers/operations/contact-method/successes';
import { createRule } from '../../../workers/operations/notification-rule/create';
import { lastPageTestOf } from '../../../workers/operations/page-test/get';
import { startPageTest } from '../../../workers/operations/page-test/start';
import { openPageTest, stopPageTestOf } from '../../../workers/operations/page-test/stop';
import { updatePreferences } from '../../../workers/operations/preference/update';
import { aUser, failureOf, settle, taken } from '../config/support';
import { consume, contextNow, forget, outbox, pass, queued, startClock } from './support';

beforeEach(async () => {
  startClock();
  await forget();
});
afterEach(async () => {
  await settle();
  vi.useRealTimers();
});

let numbers = 0;

/** A person with rules for HIGH: a text at once, a mail after five minutes. */
async function aPerson() {
  numbers += 1;
  const user = await aUser(contextNow());
  const self = (more: Partial<Context> = {}) =>
    contextNow({ actor: { kind: 'user', id: user.id, name: user.name, role: 'RESPONDER' }, ...more });
  const method = async (kind: 'sms' | 'email', value: string) =>
    taken(
      await createContactMethod(
        contextNow(),
        createContactMethodInput.parse({ userId: user.id, kind, value, verified: true }),
      ),
    ).id;
  const sms = await method('sms', `+4477008${String(numbers).padStart(5, '0')}`);
  const mail = await method('email', `late${numbers}@example.test`);
  const rule = async (contactMethodId: string, delayMinutes: number) =>
    taken(await createRule(self(), { userId: user.id, urgency: 'HIGH', contactMethodId, delayMinutes }));
  await rule(sms, 0);
  await rule(mail, 5);
  await settle();
  queued.length = 0;
  return { id: user.id, self, sms, mail };
}

/** Delivers what its queue lets go by now. */
const deliverDue = async () => {
  const due = queued.filter(({ delaySeconds }) => delaySeconds === 0);
  for (const one of due) queued.splice(queued.indexOf(one), 1);
  await consume(due.map(({ body }) => body));
};
const statesOf = async (context: Context) =>
  taken(await lastPageTestOf(context))?.messages.map(({ channel, state }) => `${channel} ${state}`);

it('runs the person’s own rules through the real senders, each method at its time', async () => {
  const { self, id, sms, mail } = await aPerson();
  taken(await startPageTest(self(), { urgency: 'HIGH' }));
  await settle();
  expect(queued.map(({ delaySeconds }) => delaySeconds)).toEqual([0, 300]);
  expect(await statesOf(self())).toEqual(['sms PENDING', 'email PENDING']);
  await deliverDue();
  expect(await statesOf(self())).toEqual(['sms SENT', 'email PENDING']);
  const [text] = await outbox();
  expect(text?.text).toMatch(
    /^Test page, high urgency from OpsKnight.*nothing is wrong.*\/profile\/page-me\?got=tst_\w+\.0$/,
  );
  pass(5 * MINUTE);
  await consume(queued.splice(0).map(({ body }) => body));
  expect(await statesOf(self())).toEqual(['sms SENT', 'email SENT']);
  const successes = taken(await successesOf(self(), { userId: id }));
  expect(successes[sms]).toBe(Date.now() - 5 * MINUTE);
  expect(successes[mail]).toBe(Date.now());
});

it('whoever opens the message has got it: that one is opened, and later methods do not go out', async () => {
  const { self } = await aPerson();
  const { id } = taken(await startPageTest(self(), { urgency: 'HIGH' }));
  await settle();
  await deliverDue();
  taken(await openPageTest(self(), { id, position: 0 }));
  expect(await statesOf(self())).toEqual(['sms READ', 'email CANCELLED']);
  pass(5 * MINUTE);
  await consume(queued.splice(0).map(({ body }) => body));
  expect((await outbox()).length).toBe(1);
});

it('is one’s own business: nobody else sees it, opens it or stops it', async () => {
  const { self } = await aPerson();
  const { id } = taken(await startPageTest(self(), { urgency: 'HIGH' }));
  const other = (await aPerson()).self();
  expect(taken(await lastPageTestOf(other))).toBeNull();
  expect(failureOf(await stopPageTestOf(other, { id }))).toMatchObject({ code: 'not-found' });
  expect(failureOf(await openPageTest(other, { id, position: 0 }))).toMatchObject({ code: 'not-found' });
  expect(await statesOf(self())).toEqual(['sms PENDING', 'email PENDING']);
  taken(await stopPageTestOf(self(), { id }));
  expect(await statesOf(self())).toEqual(['sms CANCELLED', 'email CANCELLED']);
});

it('goes out once a minute, and not where nothing can be sent', async () => {
  const { self } = await aPerson();
  taken(await startPageTest(self(), { urgency: 'HIGH' }));
  expect(failureOf(await startPageTest(self(), { urgency: 'HIGH' }))).toMatchObject({ code: 'rate-limited' });
  pass(MINUTE);
  taken(await startPageTest(self(), { urgency: 'HIGH' }));
  const key = contextNow({ actor: { kind: 'api-key', id: 'key_1', name: 'CI', scopes: ['admin'] } });
  expect(failureOf(await startPageTest(key, { urgency: 'HIGH' }))).toMatchObject({ code: 'invalid' });
});

it('is sent in quiet hours too, and says what would have become of a real page', async () => {
  const { self, id } = await aPerson();
  const quietHours = { startTime: '00:00', endTime: '23:59', days: ['monday' as const] };
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
  taken(await updatePreferences(self(), { id, quietHours: { ...quietHours, days: [...days] } }));
  await settle();
  taken(await startPageTest(self(), { urgency: 'MEDIUM' }));
  expect(taken(await lastPageTestOf(self()))?.real.kind).toBe('quiet');
  expect(await statesOf(self())).toContain('email PENDING');
});
