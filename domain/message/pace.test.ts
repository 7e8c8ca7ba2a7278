import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../shared/time';
import { codeHash, newCode, verifyCodeInput } from './code';
import { paceWindow, type Sent, waitSeconds } from './pace';

const NOW = 1_800_000_000_000;
const ago = (milliseconds: number, to = 'sms +1'): Sent => ({ to, at: NOW - milliseconds });

describe('the pace of codes', () => {
  it.each<[string, Sent[], number]>([
    ['goes at once when nothing was sent', [], 0],
    ['waits a minute for the same address', [ago(20 * SECOND)], 40],
    ['goes when the minute is over', [ago(MINUTE)], 0],
    ['does not wait for another address', [ago(SECOND, 'sms +2'), ago(SECOND, 'voice +1')], 0],
    [
      'ends at ten an hour, whatever the address',
      Array.from({ length: 10 }, (_, i) => ago(i * MINUTE + MINUTE, `sms ${i}`)),
      3000,
    ],
    ['counts a message of the very moment', [ago(0)], 60],
  ])('%s', (_, sent, seconds) => {
    expect(waitSeconds('verification-code', 'sms +1', sent, NOW)).toBe(seconds);
  });

  it('has one name for each minute', () => {
    expect(paceWindow('verification-code', NOW)).toBe(paceWindow('verification-code', NOW + 59_999));
    expect(paceWindow('verification-code', NOW)).not.toBe(paceWindow('verification-code', NOW + 60_000));
  });
});

describe('a code', () => {
  const bytes =
    (...values: number[]) =>
    (length: number) =>
      Uint8Array.from({ length }, (_, i) => values[i % values.length] ?? 0);

  it('has six digits, each as likely as the other', () => {
    expect(newCode(bytes(255, 250, 249, 0, 10, 7))).toBe('900790');
  });

  it('is worth nothing for another address', () => {
    const method = { id: 'cm_1', kind: 'sms' as const, value: '+447700900101' };
    expect(codeHash(method, '123456')).not.toBe(codeHash({ ...method, value: '+447700900102' }, '123456'));
    expect(codeHash(method, '123456')).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['123456', true],
    [' 123 456 ', true],
    ['123-456', true],
    ['12345', false],
    ['1234567', false],
    ['１２３４５６', false],
  ])('typed as %j: %j', (code, isOne) => {
    expect(verifyCodeInput.safeParse({ code }).success).toBe(isOne);
  });
});
