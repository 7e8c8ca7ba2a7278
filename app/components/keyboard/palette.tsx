import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useFetcher, useNavigate, useSubmit } from '~/lib/rr';
import { ComboboxList, optionId } from '~/ui/combobox-list';
import { moved } from '~/ui/combobox-options';
import { Dialog } from './dialog';
import styles from './keyboard.module.css';
import { choiceOf, paletteGroups, soughtIn } from './palette-groups';
import type { Found } from './search.server';

/** The server is asked when nothing more was typed for so long. */
const PAUSE_MS = 150;
const LEAST = 2;

type Props = { isOpen: boolean; places: readonly { to: string; word: string }[]; onClose: () => void };

/** Finds a way, an incident, a service or a person, and does the commonest things to it. */
export function Palette({ isOpen, places, onClose }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  return (
    <Dialog label="Find or do" isOpen={isOpen} onClose={onClose} box={box}>
      <Finder places={places} onClose={onClose} />
    </Dialog>
  );
}

function Finder({ places, onClose }: Omit<Props, 'isOpen'>) {
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const { found, isBusy } = useFound(soughtIn(typed));
  const navigate = useNavigate();
  const submit = useSubmit();
  const groups = paletteGroups(typed, places, found);
  const options = groups.flatMap((group) => group.options);
  const choose = (value: string | undefined) => {
    const choice = choiceOf(value ?? '');
    if (!choice) return;
    onClose();
    if (choice.kind === 'go') navigate(choice.to);
    else submit({ verb: choice.verb }, { method: 'post', action: choice.to });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') setPlace(moved(place, key, options.length));
    else if (key === 'Enter') choose(options[place]?.value);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.palette}>
      <input
        type="text"
        role="combobox"
        aria-label="Find a page, an incident, a service or a person"
        placeholder="Find, or “ack #1042”"
        autoComplete="off"
        spellCheck={false}
        aria-expanded="true"
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={options[place] ? optionId('palette', place) : undefined}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setPlace(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ComboboxList
        id="palette"
        label="Found"
        groups={groups}
        place={place}
        value=""
        onChoose={({ value }) => choose(value)}
      />
      <p role="status" className={styles.foot}>
        {isBusy ? 'Looking …' : options.length === 0 ? 'Nothing found.' : 'Arrows choose, Enter goes, Esc closes.'}
      </p>
    </div>
  );
}

function useFound(sought: string): { found: Found | undefined; isBusy: boolean } {
  const { load, data, state } = useFetcher<{ q: string; found: Found | null }>();
  useEffect(() => {
    if (sought.length < LEAST) return;
    const timer = setTimeout(() => load(`/search?q=${encodeURIComponent(sought)}`), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [sought, load]);
  const isAsked = sought.length >= LEAST;
  return {
    found: isAsked && data?.q === sought ? (data.found ?? undefined) : undefined,
    isBusy: isAsked && (state !== 'idle' || data?.q !== sought),
  };
}
