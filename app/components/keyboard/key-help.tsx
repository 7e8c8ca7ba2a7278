import { useRef } from 'react';
import { Button } from '~/ui/button';
import { Dialog } from './dialog';
import { KeySwitch } from './key-switch';
import styles from './keyboard.module.css';
import type { LiveKey } from './live-keys';

/** They work whatever is switched off: nobody presses two keys at once by chance. */
const ALWAYS: LiveKey[] = [
  { keys: 'Ctrl K', word: 'Find or do something (⌘ K on a Mac)' },
  { keys: 'Ctrl Enter', word: 'Send the form a text is typed in (⌘ Enter)' },
  { keys: 'Esc', word: 'Close what floats' },
];

type Props = { isOpen: boolean; single: boolean; live: readonly LiveKey[]; onClose: () => void };

/** Exactly the keys that do something on this page, and the switch for them. */
export function KeyHelp({ isOpen, single, live, onClose }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  return (
    <Dialog label="Keyboard" isOpen={isOpen} onClose={onClose} box={box}>
      <div className={styles.head}>
        <h2>Keys on this page</h2>
        <Button type="button" look="quiet" onClick={onClose}>
          Close
        </Button>
      </div>
      <dl className={styles.keys}>
        {[...live, ...ALWAYS].map(({ keys, word }) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{word}</dd>
          </div>
        ))}
      </dl>
      <KeySwitch single={single} />
    </Dialog>
  );
}
