import { describe, expect, it } from 'vitest';
import { hashedId } from './hash';
import { newId, randomText } from './ids';

describe('ids', () => {
  it('carries its prefix and 16 characters of [0-9a-z]', () => {
    expect(newId('incident', (n) => Uint8Array.from({ length: n }, (_, i) => i * 7))).toMatch(/^inc_[0-9a-z]{16}$/);
  });

  it('draws bytes of 252 and above again, so that every character is equally likely', () => {
    const bytes = [255, 254, 253, 252, 0, 35, 36, 251];
    let calls = 0;
    const text = randomText(4, () => {
      calls += 1;
      return Uint8Array.from(bytes);
    });
    expect(text).toBe('0z0z');
    expect(calls).toBe(1);
  });

  it('gives the same hashed id for the same parts and another one when parts are cut elsewhere', () => {
    expect(hashedId('ntf', ['a', 1])).toBe(hashedId('ntf', ['a', 1]));
    expect(hashedId('ntf', ['a', 'bc'])).not.toBe(hashedId('ntf', ['ab', 'c']));
  });
});
