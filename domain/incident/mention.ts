import { foldText } from '../shared/search';

export type Mentionable = { id: string; name: string; email: string };

/**
 * Who is named in a note: `@Ana Ruiz`, `@ana@example.com`, or `@Ana` where nobody else is called so. The longest name
 * that fits wins; an address in running text is no mention.
 */
export function mentionsIn(body: string, people: readonly Mentionable[]): string[] {
  const text = foldText(body);
  const found = new Set<string>();
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}._-])@/gu)) {
    const person = namedAt(text.slice(index + 1, index + 300), people);
    if (person) found.add(person.id);
  }
  return [...found];
}

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

function namedAt(text: string, people: readonly Mentionable[]): Mentionable | null {
  const starts = (word: string): boolean => word !== '' && text.startsWith(word) && !isWord(text[word.length]);
  const whole = people
    .flatMap((person) => [foldText(person.email), foldText(person.name)].map((word) => ({ person, word })))
    .filter(({ word }) => starts(word))
    .toSorted((a, b) => b.word.length - a.word.length);
  if (whole[0]) return whole[0].person;
  const byFirstName = people.filter(({ name }) => starts(foldText(name).split(/\s+/)[0] ?? ''));
  return byFirstName.length === 1 ? (byFirstName[0] ?? null) : null;
}
