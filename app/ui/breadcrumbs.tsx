import { Link } from '~/lib/rr';
import styles from './breadcrumbs.module.css';

export type Crumb = { to: string; word: string };

/** The way back up, from the widest list to the parent of this page; the page's own name is its heading. */
export function Breadcrumbs({ trail }: { trail: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className={styles.trail}>
      <ol>
        {trail.map(({ to, word }) => (
          <li key={to}>
            <Link to={to}>{word}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
