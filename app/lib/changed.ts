import { listOf } from './time';

/** The fields of `after` that differ from `before`, in the order of `names`, for the address of the next page. */
export function changedFields<T extends object>(before: T, after: T, names: readonly (keyof T & string)[]): string {
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).join(',');
}

/** `Saved. Changed: name and time zone.` from what the address says; words that are not known say nothing. */
export function savedSentence(changed: string, words: Record<string, string>, locale: string): string {
  const known = changed.split(',').flatMap((name) => (Object.hasOwn(words, name) ? (words[name] ?? []) : []));
  if (known.length === 0) return 'Saved. Nothing was different from before.';
  return `Saved. Changed: ${listOf(known, locale)}.`;
}
