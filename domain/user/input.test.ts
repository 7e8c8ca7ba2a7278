import { describe, expect, it } from 'vitest';
import { createUserInput, updateUserInput } from './input';

const person = { name: '  Zoë Ångström ', email: 'Zoe@Example.TEST', role: 'USER' };

describe('the input of a person', () => {
  it('is stored in one spelling, with defaults', () => {
    expect(createUserInput.parse(person)).toEqual({
      name: 'Zoë Ångström',
      email: 'zoe@example.test',
      role: 'USER',
      timezone: 'UTC',
      locale: 'en',
    });
  });

  it('of a change has no defaults', () => {
    expect(updateUserInput.parse({})).toEqual({});
  });

  it.each([
    { name: ' ' },
    { name: 'a\r\nb' },
    { name: 'a\u0000' },
    { name: 'a\ud800' },
    { name: 'x'.repeat(201) },
    { email: 'zoe' },
    { email: `${'x'.repeat(250)}@example.test` },
    { role: 'ROOT' },
    { timezone: 'Europe/Atlantis' },
    { locale: '../en' },
    { status: 'GONE' },
    { password: 'short' },
  ])('refuses %j', (change) => {
    expect(createUserInput.safeParse({ ...person, ...change }).success).toBe(false);
  });
});
