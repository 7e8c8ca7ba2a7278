import type { ReactNode } from 'react';
import { Link } from '~/lib/rr';
import type { FieldView } from '../../../domain/incident/view';
import styles from './records.module.css';

/** Tags as links to what else has them. */
export const TagLinks = ({ tags }: { tags: readonly string[] }) => (
  <span className={styles.tags}>
    {tags.map((tag) => (
      <Link key={tag} to={`/incidents?status=any&tag=${encodeURIComponent(tag)}`}>
        #{tag}
      </Link>
    ))}
  </span>
);

/** The value of a custom field as people read it. */
export function fieldWord({ kind, value }: FieldView): ReactNode {
  if (value === null) return null;
  switch (kind) {
    case 'BOOLEAN':
      return value === 'true' ? 'Yes' : 'No';
    case 'URL':
      return (
        <a href={value} rel="nofollow noopener noreferrer" className={styles.link}>
          {value.replace(/^https?:\/\//, '')}
        </a>
      );
    case 'EMAIL':
      return <a href={`mailto:${value}`}>{value}</a>;
    default:
      return value;
  }
}
