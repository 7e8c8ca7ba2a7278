import { useEffect, useRef } from 'react';
import styles from './combobox.module.css';
import type { ComboboxGroup, ComboboxOption } from './combobox-options';

export const optionId = (id: string, place: number): string => `${id}-option-${place}`;

type Props = {
  id: string;
  label: string;
  groups: readonly ComboboxGroup[];
  /** The option the keyboard is at, over all groups. */
  place: number;
  value: string;
  onChoose: (option: ComboboxOption) => void;
};

/** What can be chosen, in its groups, under the field. The focus stays in the field. */
export function ComboboxList({ id, label, groups, place, value, onChoose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // In a sheet that scrolls it opens below what can be seen.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place decides which element that is
  useEffect(() => {
    box.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  // A listbox without options is none: axe's aria-required-children.
  if (groups.length === 0) {
    return (
      <div id={`${id}-list`} className={styles.list}>
        <p className={styles.none}>Nothing matches.</p>
      </div>
    );
  }
  let count = 0;
  return (
    <div ref={box} id={`${id}-list`} role="listbox" aria-label={label} className={styles.list}>
      {groups.map(({ label: heading, options }) => {
        const first = count;
        count += options.length;
        const lines = options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys
          // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant of the field leads here
          <div
            key={`${option.value} ${option.word}`}
            id={optionId(id, first + index)}
            role="option"
            aria-selected={option.value === value}
            data-active={first + index === place || undefined}
            className={styles.option}
            // Or the field would lose the focus, and the list close, before the click arrives.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
          >
            {option.word}
          </div>
        ));
        if (heading === undefined) return lines;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a listbox holds no fieldset
          <div key={heading} role="group" aria-label={heading}>
            <p className={styles.heading} aria-hidden="true">
              {heading}
            </p>
            {lines}
          </div>
        );
      })}
    </div>
  );
}
