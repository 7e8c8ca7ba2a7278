import { useEffect, useId, useRef, useState } from 'react';
import { cx } from '~/lib/cx';
import { Button } from './button';
import styles from './copy-field.module.css';

type Props = { label: string; text: string; block?: boolean };

const SAID_FOR_MS = 4000;

/** Something to take elsewhere. A press selects all of it; where scripts run, a button copies it. */
export function CopyField({ label, text, block = false }: Props) {
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const { ready, said, copy } = useCopy(text, box);
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <p id={id} className={styles.label}>
          {label}
        </p>
        {ready ? (
          <Button type="button" look="quiet" className={styles.copy} aria-describedby={id} onClick={copy}>
            Copy
          </Button>
        ) : null}
      </div>
      <code ref={box} className={cx(styles.text, block && styles.block)}>
        {text}
      </code>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </div>
  );
}

function useCopy(text: string, box: { readonly current: HTMLElement | null }) {
  const [ready, setReady] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => setReady('clipboard' in navigator), []);
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      if (box.current) getSelection()?.selectAllChildren(box.current);
      setSaid('Selected. Copy it with your keyboard or by a long press.');
    }
  };
  return { ready, said, copy };
}
