import { expect, it } from 'vitest';
import { movedTo } from './moved-to';

const IDS = ['a', 'b', 'c'];

it('puts one in the place of another, from above and from below', () => {
  expect(movedTo(IDS, 'a', 'c')).toEqual(['b', 'c', 'a']);
  expect(movedTo(IDS, 'c', 'a')).toEqual(['c', 'a', 'b']);
  expect(movedTo(IDS, 'b', 'b')).toBeNull();
  expect(movedTo(IDS, 'x', 'a')).toBeNull();
});
