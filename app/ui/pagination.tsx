import { Link } from '~/lib/rr';
import styles from './pagination.module.css';

/** Onward by cursor, and back to the start; the filters stay. */
export function Pagination({ search, nextCursor }: { search: string; nextCursor: string | null }) {
  const at = (cursor: string | null): string => {
    const params = new URLSearchParams(search);
    params.delete('cursor');
    if (cursor) params.set('cursor', cursor);
    return `?${params}`;
  };
  const inside = new URLSearchParams(search).has('cursor');
  if (!inside && !nextCursor) return null;
  return (
    <nav aria-label="Pages" className={styles.pages}>
      {inside ? <Link to={at(null)}>First page</Link> : <span />}
      {nextCursor ? (
        <Link to={at(nextCursor)} rel="next">
          Next page
        </Link>
      ) : null}
    </nav>
  );
}
