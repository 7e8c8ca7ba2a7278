import type { ReactNode } from 'react';
import { Link } from '~/lib/rr';
import styles from './columns.module.css';

export type Linked = { to: string; name: string; aside?: ReactNode };

/** Names that lead somewhere, or a sentence where there are none. */
export function LinkList({ entries, none }: { entries: readonly Linked[]; none: string }) {
  if (entries.length === 0) return <p className={styles.none}>{none}</p>;
  return (
    <ul className={styles.links}>
      {entries.map(({ to, name, aside }) => (
        <li key={`${to} ${name}`}>
          <Link to={to}>{name}</Link>
          {aside ? <span className={styles.muted}> {aside}</span> : null}
        </li>
      ))}
    </ul>
  );
}
