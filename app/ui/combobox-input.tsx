import { type KeyboardEvent, useRef, useState } from 'react';
import styles from './combobox.module.css';
import { ComboboxList, optionId } from './combobox-list';
import { type ComboboxGroup, matching, moved } from './combobox-options';
import { controlClass } from './field';

type Props = {
  id: string;
  label: string;
  groups: readonly ComboboxGroup[];
  value: string;
  onChoose: (value: string) => void;
  isInvalid: boolean;
  describedBy: string;
  required?: boolean;
  disabled?: boolean;
  placeholder?: string | undefined;
  autoFocus?: boolean;
};

/** What is typed, while somebody types: null shows the word of what is chosen. */
type Typing = { typed: string | null; isOpen: boolean; place: number };
const AT_REST: Typing = { typed: null, isOpen: false, place: -1 };

/** A text field over a list (the combobox of the ARIA practices, with list autocompletion). */
export function ComboboxInput({ id, label, groups, value, onChoose, isInvalid, describedBy, ...rest }: Props) {
  const box = useRef<HTMLInputElement>(null);
  const [{ typed, isOpen, place }, set] = useState(AT_REST);
  const all = groups.flatMap(({ options }) => options);
  const chosen = all.find((option) => option.value === value);
  const shown = typed === null ? groups : matching(groups, typed);
  const options = shown.flatMap((group) => group.options);

  const type = (text: string) => {
    if (text === '' && rest.placeholder !== undefined) onChoose('');
    set({ typed: text, isOpen: true, place: text === '' ? -1 : 0 });
  };
  const open = () => set({ typed: null, isOpen: true, place: all.findIndex((option) => option.value === value) });
  const choose = (option: { value: string } | undefined) => {
    if (option) onChoose(option.value);
    set(AT_REST);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        const { key } = event;
        if (isOpen) set((now) => ({ ...now, place: moved(now.place, key, options.length) }));
        else open();
        return;
      }
      case 'Enter':
        if (!isOpen) return;
        // The form is sent by the next one.
        event.preventDefault();
        choose(options[place]);
        return;
      case 'Escape':
        if (!isOpen) return;
        event.preventDefault();
        event.stopPropagation();
        set(AT_REST);
    }
  };
  return (
    <div className={styles.combobox}>
      <input
        ref={box}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        className={controlClass}
        value={typed ?? chosen?.word ?? ''}
        aria-expanded={isOpen && options.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && options[place] ? optionId(id, place) : undefined}
        aria-invalid={isInvalid || undefined}
        aria-describedby={describedBy || undefined}
        onChange={({ target }) => type(target.value)}
        onClick={() => {
          box.current?.select();
          if (!isOpen) open();
        }}
        onKeyDown={onKeyDown}
        onBlur={() => set(AT_REST)}
        {...rest}
      />
      {isOpen ? (
        <ComboboxList id={id} label={label} groups={shown} place={place} value={value} onChoose={choose} />
      ) : null}
      <span role="status" className={styles.count}>
        {isOpen && typed !== null ? `${options.length} found` : ''}
      </span>
    </div>
  );
}
