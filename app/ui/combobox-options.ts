import { foldText, wordsIn } from '../../domain/shared/search';

export type ComboboxOption = { value: string; word: string };
/** Options under a heading; without one they stand by themselves. */
export type ComboboxGroup = { label?: string; options: readonly ComboboxOption[] };

/** So few are quicker to read than to search: they stay a plain `<select>`. */
const FEW = 8;

export const isMany = (groups: readonly ComboboxGroup[]): boolean =>
  groups.reduce((count, { options }) => count + options.length, 0) > FEW;

/** The groups with what holds every typed word, by its own word or by its heading; groups left empty are gone. */
export function matching(groups: readonly ComboboxGroup[], typed: string): ComboboxGroup[] {
  const words = wordsIn(typed);
  return groups
    .map((group) => ({
      ...group,
      options: group.options.filter(({ word }) => {
        const text = foldText(`${word} ${group.label ?? ''}`);
        return words.every((one) => text.includes(one));
      }),
    }))
    .filter(({ options }) => options.length > 0);
}

/** The place after a key in a list of `count` options; it goes round. -1 is none. */
export function moved(place: number, key: 'ArrowDown' | 'ArrowUp', count: number): number {
  if (count === 0) return -1;
  if (key === 'ArrowDown') return place + 1 >= count ? 0 : place + 1;
  return place <= 0 ? count - 1 : place - 1;
}
