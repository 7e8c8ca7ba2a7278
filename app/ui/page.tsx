import type { ReactNode } from 'react';
import { useClock } from '~/lib/clock';
import styles from './page.module.css';
import { ClockTime } from './time';

/** Title of a page. The `h1` takes the focus after a navigation. */
export function PageHeader({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className={styles.header}>
      <h1 tabIndex={-1}>{title}</h1>
      {children ? <div className={styles.actions}>{children}</div> : null}
    </header>
  );
}

/** A part of a page under its own ruled heading. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <div className={styles.heading}>
        <h2>{title}</h2>
        {aside ? <div className={styles.aside}>{aside}</div> : null}
      </div>
      {children}
    </section>
  );
}

/** When the page was made: a page that does not move must say so. */
export function AsOf() {
  const { now } = useClock();
  return (
    <p className={styles.asOf}>
      as of <ClockTime at={now} />
    </p>
  );
}

/** Nothing to show: one sentence, and one thing to do about it. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{children}</p>
      {action}
    </div>
  );
}
