import { describe, expect, it } from 'vitest';
import { foldText, sortField, sortOf, wordsIn } from './search';

it.each([
  ['Lucía HERRERA', 'lucia herrera'],
  ['Größe', 'große'],
  ['', ''],
])('%s is looked for as %s', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

it('takes a search apart into words, and no more than eight', () => {
  expect(wordsIn('  Lucía  b ')).toEqual(['lucia', 'b']);
  expect(wordsIn('a b c d e f g h i j')).toHaveLength(8);
  expect(wordsIn(' ')).toEqual([]);
});

describe('the order of a list', () => {
  it.each([
    ['name', { by: 'name', down: false }],
    ['-open', { by: 'open', down: true }],
    ['--open', { by: 'name', down: false }],
    ['toString', { by: 'name', down: false }],
    [null, { by: 'name', down: false }],
  ])('%s', (word, expected) => {
    expect(sortOf(word, ['name', 'open'])).toEqual(expected);
  });

  it('is refused where there is no such column', () => {
    const field = sortField(['name', 'open']);
    expect(field.safeParse('-open').success).toBe(true);
    expect(field.safeParse('team').success).toBe(false);
  });
});
