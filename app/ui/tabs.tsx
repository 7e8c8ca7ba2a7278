import { cx } from '~/lib/cx';
import { Link } from '~/lib/rr';
import styles from './tabs.module.css';

export type Tab = { to: string; word: string; current: boolean };

/** Views of one thing side by side. They are links: each has an address, and the back button works. */
export function Tabs({ label, tabs, showLabel = false }: { label: string; tabs: readonly Tab[]; showLabel?: boolean }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {showLabel ? <span aria-hidden="true">{label}</span> : null}
      {tabs.map(({ to, word, current }) => (
        <Link
          key={to}
          to={to}
          className={cx(styles.tab, current && styles.current)}
          aria-current={current ? 'page' : undefined}
          preventScrollReset
        >
          {word}
        </Link>
      ))}
    </nav>
  );
}
