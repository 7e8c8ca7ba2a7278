import { type ReactNode, useEffect, useRef } from 'react';
import { keyed } from '~/lib/keyed';
import { type ButtonLook, buttonClass } from './button';
import { Glyph } from './glyph';
import styles from './menu.module.css';

type Props = {
  label: string;
  group: string;
  look?: ButtonLook;
  open?: boolean;
  /** The key that opens it. */
  keys?: string;
  children: ReactNode;
};

/** A `<details>` that floats: opens without scripts; with them Escape and a press elsewhere close it. */
export function Menu({ label, group, look, open, keys, children }: Props) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = box.current;
      if (!menu?.open) return;
      if (event instanceof KeyboardEvent ? event.key !== 'Escape' : menu.contains(event.target as Node)) return;
      menu.open = false;
      if (event instanceof KeyboardEvent) menu.querySelector('summary')?.focus();
    };
    document.addEventListener('keydown', close);
    document.addEventListener('pointerdown', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('pointerdown', close);
    };
  }, []);
  return (
    <details ref={box} name={group} open={open} className={styles.menu}>
      <summary className={buttonClass(look)} {...(keys ? keyed(keys, label) : {})}>
        {label}
        <Glyph name="down" className={styles.mark} />
      </summary>
      <div className={styles.panel}>{children}</div>
    </details>
  );
}
