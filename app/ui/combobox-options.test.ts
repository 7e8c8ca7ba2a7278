import { describe, expect, it } from 'vitest';
import { type ComboboxGroup, isMany, matching, moved } from './combobox-options';

const option = (word: string) => ({ value: word, word });
const GROUPS: ComboboxGroup[] = [
  { options: [option('Nobody')] },
  { label: 'People', options: [option('Ana Ribeiro'), option('Lucía Herrera')] },
  { label: 'Teams', options: [option('Payments')] },
];
const found = (typed: string) => matching(GROUPS, typed).flatMap(({ options }) => options.map(({ word }) => word));

describe('what is typed into a combobox', () => {
  it.each([
    ['', ['Nobody', 'Ana Ribeiro', 'Lucía Herrera', 'Payments']],
    ['lucia', ['Lucía Herrera']],
    ['rib AN', ['Ana Ribeiro']],
    ['team', ['Payments']],
    ['zebra', []],
  ])('%s', (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });
});

it.each([
  [-1, 'ArrowDown', 3, 0],
  [2, 'ArrowDown', 3, 0],
  [-1, 'ArrowUp', 3, 2],
  [0, 'ArrowUp', 3, 2],
  [1, 'ArrowUp', 3, 0],
  [0, 'ArrowDown', 0, -1],
] as const)('from place %i %s of %i leads to %i', (place, key, count, expected) => {
  expect(moved(place, key, count)).toBe(expected);
});

it('leaves a handful of options a plain select', () => {
  const eight = Array.from({ length: 8 }, (_, i) => option(String(i)));
  expect(isMany([{ options: eight }])).toBe(false);
  expect(isMany([{ options: eight }, { options: [option('9')] }])).toBe(true);
});
