import { expect, it } from 'vitest';
import { addressForReaders } from './address';

it('tells no key of a push subscription, only where it goes', () => {
  const subscription = '{"endpoint":"https://push.example.test/send/abc","keys":{"p256dh":"B","auth":"secret"}}';
  expect(addressForReaders('push', subscription)).toBe('push.example.test');
  expect(addressForReaders('push', 'broken')).toBe('a device');
  expect(addressForReaders('email', 'ana@example.com')).toBe('ana@example.com');
});
