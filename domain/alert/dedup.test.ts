import { describe, expect, it } from 'vitest';
import { boundedDedupKey, isHashedKey } from './dedup';

describe('boundedDedupKey', () => {
  it('keeps up to 255 characters exactly as they are', () => {
    for (const key of ['a', ' srv01/mysql ', '0', 'k'.repeat(255), 'サーバー🔥'])
      expect(boundedDedupKey(key)).toBe(key);
  });

  it('hashes longer keys, each to its own', () => {
    const long = 'k'.repeat(256);
    expect(boundedDedupKey(long)).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect([isHashedKey(boundedDedupKey(long)), isHashedKey('disk')]).toEqual([true, false]);
    expect(boundedDedupKey(long)).toBe(boundedDedupKey('k'.repeat(256)));
    expect(boundedDedupKey(`${long}a`)).not.toBe(boundedDedupKey(`${long}b`));
  });

  it('keeps twins apart: case, spaces, composed and decomposed letters', () => {
    const twins = ['é', 'e\u0301', 'É', 'é ', '\u212b', '\u00c5'];
    expect(new Set(twins.map(boundedDedupKey)).size).toBe(twins.length);
    expect(new Set(twins.map((twin) => boundedDedupKey(twin.repeat(300)))).size).toBe(twins.length);
  });
});
