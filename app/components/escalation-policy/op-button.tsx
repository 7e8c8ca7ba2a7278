import type { ReactNode } from 'react';
import { Button } from '~/ui/button';
import { focused } from './focused';
import styles from './op-button.module.css';

type Props = { op: string; focus: string; label?: string; disabled?: boolean; adds?: boolean; children: ReactNode };

/** A button that changes the form and stores nothing: the form comes back with everything that was typed. */
export function OpButton({ op, focus, label, disabled, adds = false, children }: Props) {
  return (
    <Button
      name="op"
      value={op}
      formNoValidate
      look={adds ? 'plain' : 'quiet'}
      className={adds ? undefined : styles.small}
      aria-label={label}
      disabled={disabled}
      {...focused(focus === op)}
    >
      {children}
    </Button>
  );
}
