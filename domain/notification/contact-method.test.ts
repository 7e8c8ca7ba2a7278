import { describe, expect, it } from 'vitest';
import { readAddress } from './contact-method';

const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) };
const subscription = (endpoint: string) => JSON.stringify({ endpoint, expirationTime: null, keys });

describe('addresses of contact methods', () => {
  it('are stored in one spelling', () => {
    expect(readAddress('email', ' Ana.Souza@Example.com ')).toEqual({ value: 'ana.souza@example.com' });
    expect(readAddress('sms', '+49 (30) 123-456.7')).toEqual({ value: '+49301234567' });
    expect(readAddress('slack', 'U024BE7LH')).toEqual({ value: 'U024BE7LH' });
  });

  it('keep of a push subscription only what a sender needs', () => {
    const endpoint = 'https://push.example.com/send/abc';
    expect(readAddress('push', subscription(endpoint))).toEqual({ value: JSON.stringify({ endpoint, keys }) });
  });

  it('of a push service on this machine are taken in tests only', () => {
    const here = subscription('http://127.0.0.1:4711/push/ana');
    expect(readAddress('push', here)).toHaveProperty('problem');
    expect(readAddress('push', here, true)).toHaveProperty('value');
    expect(readAddress('push', subscription('http://push.example.com/x'), true)).toHaveProperty('problem');
  });

  it.each([
    ['email', 'ana@'],
    ['email', 'ana@example.com\r\nBcc: all@example.com'],
    ['sms', '0301234567'],
    ['voice', '+0123456789'],
    ['whatsapp', '+12'],
    ['slack', '@ana'],
    ['push', 'not json'],
    ['push', '{}'],
    ['push', subscription('http://push.example.com/x')],
    ['push', subscription('https://127.0.0.1/x')],
    ['push', subscription('https://127.1/x')],
    ['push', subscription('https://0x7f.1/x')],
    ['push', subscription('https://[::1]/x')],
    ['push', subscription('https://localhost/x')],
    ['push', subscription('https://user@push.example.com/x')],
  ] as const)('of kind %s cannot be %s', (kind, value) => {
    expect(readAddress(kind, value)).toHaveProperty('problem');
  });
});
