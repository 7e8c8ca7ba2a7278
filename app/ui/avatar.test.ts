import { expect, it } from 'vitest';
import { initialsOf } from './avatar';

it.each([
  ['Ana Ribeiro', 'AR'],
  ['Lucía de la Herrera', 'LH'],
  ['bo', 'B'],
  ['李 小龙', '李小'],
  ['  ', ''],
])('%s signs as %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
