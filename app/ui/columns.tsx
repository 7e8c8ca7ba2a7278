import type { ReactNode } from 'react';
import styles from './columns.module.css';

/** A page of two columns: what happens, and beside it the facts. One after the other on a phone. */
export function Columns({ children, facts }: { children: ReactNode; facts: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div>{children}</div>
      <div>{facts}</div>
    </div>
  );
}
