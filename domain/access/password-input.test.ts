import { expect, it } from 'vitest';
import { acceptInvitationInput, passwordField } from './password-input';

it.each<[string, boolean]>([
  ['x'.repeat(11), false],
  ['x'.repeat(12), true],
  ['            ', true],
  ['x'.repeat(200), true],
  ['x'.repeat(201), false],
])('a password is judged by its length alone: %j', (password, isOne) => {
  expect(passwordField.safeParse(password).success).toBe(isOne);
});

it('an invitation is accepted with the name and zone that the person corrects', () => {
  const input = { token: 't', password: 'long enough, this one', name: ' Bo ', timezone: 'Europe/Oslo' };
  expect(acceptInvitationInput.parse(input)).toEqual({ ...input, name: 'Bo' });
  expect(acceptInvitationInput.safeParse({ ...input, timezone: 'Europe/Atlantis' }).success).toBe(false);
});
