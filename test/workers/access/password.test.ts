import { describe, expect, it } from 'vitest';
import { hashPassword, verifyNobody, verifyPassword } from '../../../workers/access/password';

// From the reference implementation's test.c (password "password", salt "somesalt").
const VECTORS = [
  '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
  '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4',
  '$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc',
];

describe('a password', () => {
  it.each(VECTORS)('is checked as the reference implementation does: %s', async (phc) => {
    expect(await verifyPassword('password', phc)).toBe(true);
    expect(await verifyPassword('passwore', phc)).toBe(false);
  });

  it('is hashed with 19 MiB, two passes, one lane and a salt of its own', async () => {
    const [first, second] = [await hashPassword('pa55 wörd'), await hashPassword('pa55 wörd')];
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(first).not.toBe(second);
    expect(await verifyPassword('pa55 wörd', first)).toBe(true);
    // The same letters as a Mac types them.
    expect(await verifyPassword('pa55 wörd'.normalize('NFD'), first)).toBe(true);
    expect(await verifyPassword('pa55 word', first)).toBe(false);
  });

  it('is checked right when many are checked at once, since they share their memory', async () => {
    const hash = await hashPassword('right');
    const words = ['right', 'wrong', 'right', 'other', '', 'right'];
    expect(await Promise.all(words.map((word) => verifyPassword(word, hash)))).toEqual(
      words.map((word) => word === 'right'),
    );
  });

  it.each([
    '',
    'plaintext',
    '$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4',
    '$argon2id$v=19$m=999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4',
    '$argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4',
    '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$',
  ])('never matches what is no hash of ours: %s', async (phc) => {
    expect(await verifyPassword('password', phc)).toBe(false);
  });

  it('of nobody is never right', async () => {
    expect(await verifyNobody('')).toBe(false);
  });

  it('of less than two bytes does not exist', async () => {
    await expect(hashPassword('\u0001')).rejects.toThrow(RangeError);
    expect(await verifyPassword('\u0001', VECTORS[1] ?? '')).toBe(false);
  });
});
