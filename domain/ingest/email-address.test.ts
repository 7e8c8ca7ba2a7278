import { describe, expect, it } from 'vitest';
import { addressedTo } from './email-address';

const KEY = 'abcdefghij0123456789klmnopqrstuv';
const split = { inbox: KEY.slice(0, 10), secret: KEY.slice(10) };

describe('the address of an inbound mail', () => {
  it.each([
    [`${KEY}@in.example.com`, 'alerts@in.example.com'],
    [`<${KEY.toUpperCase()}@in.example.com>`, 'alerts@in.example.com'],
    [`${KEY}+db-1@in.example.com`, 'alerts+db-1@in.example.com'],
    [`nagios+${KEY}@in.example.com`, 'nagios@in.example.com'],
    [`nagios+${KEY}+db-1@in.example.com`, 'nagios+db-1@in.example.com'],
  ])('%s carries the key, and shows it to nobody', (address, masked) => {
    expect(addressedTo(address)).toEqual({ key: split, masked });
  });

  it.each([
    'info@example.com',
    KEY,
    `${KEY}@`,
    `${KEY.slice(1)}@example.com`,
    `a ${KEY}@example.com`,
    '',
    '@',
    '+@x.test',
  ])('without a key is nobody’s: "%s"', (address) => {
    expect(addressedTo(address)).toBeNull();
  });
});
