import type { ReactNode } from 'react';
import styles from './bare.module.css';
import { Wordmark } from './wordmark';

/** A page for people who are not signed in: the name, and one narrow column. */
export function Bare({ children }: { children: ReactNode }) {
  return (
    <main className={styles.page}>
      <p className={styles.mark}>
        <Wordmark />
      </p>
      {children}
    </main>
  );
}
