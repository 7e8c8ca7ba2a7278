import * as z from 'zod';

/** Text as it is looked for and put in order: without accents, in lower case. */
export const foldText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const MOST_WORDS = 8;

/** The words of a search, folded; what is found holds all of them. */
export const wordsIn = (q: string): string[] => foldText(q).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);

/** `?q=` of every list that can be searched. */
export const searchField = z.string().max(200).optional();

/** Which column a list is in order of, and whether from its end. */
export type Sort<By extends string> = { by: By; down: boolean };

/** `?sort=name`, or `?sort=-name` from the end. */
export const sortField = <const By extends string>(columns: readonly [By, ...By[]]) =>
  z.enum(columns.flatMap((column) => [column, `-${column}` as const])).optional();

/** The order that a word of an address names, or the first column's. */
export function sortOf<By extends string>(word: string | null | undefined, columns: readonly [By, ...By[]]): Sort<By> {
  const by = columns.find((column) => column === word?.replace(/^-/, '')) ?? columns[0];
  return { by, down: word === `-${by}` };
}

/** What a list in order of name is asked for. */
export type NameSearch = { q?: string | undefined; sort?: 'name' | '-name' | undefined };
export const nameSearch = { q: searchField, sort: sortField(['name']) };
