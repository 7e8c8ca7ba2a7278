import { textOf } from '~/lib/form';
import type { Integration } from '~/lib/integrations';

type Mapping = NonNullable<Integration['fieldMapping']>;

/** What can be read from a body, in the order of the form. */
export const MAPPED_FIELDS = [
  ['title', 'Title'],
  ['description', 'Description'],
  ['status', 'Status'],
  ['severity', 'Severity'],
  ['dedupKey', 'Dedup key'],
  ['source', 'Source'],
  ['sourceLink', 'Link back'],
  ['time', 'Time'],
] as const satisfies readonly (readonly [keyof Mapping, string])[];

export type MappingValues = Record<string, string>;

const linesOf = (words: Record<string, string> | undefined): string =>
  Object.entries(words ?? {})
    .map(([word, meaning]) => `${word} = ${meaning.toLowerCase()}`)
    .join('\n');

export const valuesOfMapping = (mapping: Mapping | null): MappingValues => ({
  ...Object.fromEntries(MAPPED_FIELDS.map(([name]) => [name, (mapping?.[name] ?? []).join(', ')])),
  actions: linesOf(mapping?.actions),
  urgencies: linesOf(mapping?.urgencies),
});

/** `word = meaning` a line. */
function wordsOf(text: string, inCase: (meaning: string) => string): Record<string, string> | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return undefined;
  return Object.fromEntries(
    lines.map((line) => {
      const [word = '', ...meaning] = line.split('=');
      return [word.trim(), inCase(meaning.join('=').trim())];
    }),
  );
}

const pathsOf = (text: string): string[] | undefined => {
  const paths = text
    .split(',')
    .map((path) => path.trim())
    .filter(Boolean);
  return paths.length > 0 ? paths : undefined;
};

/** What was typed, as the operation's schema takes it. */
export function mappingOf(form: FormData) {
  const named = MAPPED_FIELDS.map(([name]) => [name, pathsOf(textOf(form, name))]);
  const actions = wordsOf(textOf(form, 'actions'), (meaning) => meaning.toLowerCase());
  const urgencies = wordsOf(textOf(form, 'urgencies'), (meaning) => meaning.toUpperCase());
  return Object.fromEntries(
    [...named, ['actions', actions], ['urgencies', urgencies]].filter(([, value]) => value !== undefined),
  ) as Record<string, unknown>;
}
