import { expect, it } from 'vitest';
import { addressOf, methodName, whyUnused } from './words';

const sms = { id: 'm', kind: 'sms', value: '+447700900101', verified: true, enabled: true } as const;

it.each([
  [JSON.stringify({ endpoint: 'https://push.example.test/send/secret', keys: {} }), 'a browser, by push.example.test'],
  ['push subscription', 'a browser'],
  ['null', 'a browser'],
])('never shows the keys of %s', (value, shown) => {
  expect(addressOf({ kind: 'push', value })).toBe(shown);
});

it('names a method', () => {
  expect(methodName(sms)).toBe('SMS +447700900101');
});

it.each([
  [sms, ['sms'], null],
  [{ ...sms, verified: false, enabled: false }, ['sms'], 'Not verified'],
  [{ ...sms, enabled: false }, ['sms'], 'Turned off'],
  [{ ...sms, verified: false }, ['email'], 'SMS is not set up in this installation'],
] as const)('%j of %j is unused: %s', (method, channels, why) => {
  expect(whyUnused(method, channels)).toBe(why);
});
