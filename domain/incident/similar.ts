import { wordsIn } from '../shared/search';

const NOISE = new Set(['the', 'a', 'an', 'of', 'on', 'in', 'is', 'for', 'to', 'and', 'at', 'with', 'by', 'has', 'are']);

/** The words of a title that say what is wrong: no numbers, no fill words, each once. */
export const tellingWords = (title: string): string[] => [
  ...new Set(
    wordsIn(title.replace(/[^\p{L}\p{N}\s-]/gu, ' ')).filter(
      (word) => word.length > 1 && !NOISE.has(word) && !/^[\d-]+$/.test(word),
    ),
  ),
];

/** How alike two titles are: shared telling words over all of them, 0 to 1. */
export function likeness(a: string, b: string): number {
  const left = new Set(tellingWords(a));
  const right = new Set(tellingWords(b));
  const shared = [...left].filter((word) => right.has(word)).length;
  const all = new Set([...left, ...right]).size;
  return all === 0 ? 0 : shared / all;
}

/** From here on two titles mean the same kind of trouble. */
export const ALIKE = 0.4;

/** The most alike first, those of one likeness in the order they came; none below `ALIKE`. */
export function mostAlike<T extends { title: string }>(title: string, among: readonly T[], atMost: number): T[] {
  return among
    .map((one) => ({ one, value: likeness(title, one.title) }))
    .filter(({ value }) => value >= ALIKE)
    .toSorted((a, b) => b.value - a.value)
    .slice(0, atMost)
    .map(({ one }) => one);
}
