import type { ReactNode } from 'react';
import styles from './definition-list.module.css';

/** Facts as terms and values; those without a value are left out. */
export function DefinitionList({ facts }: { facts: [term: string, value: ReactNode][] }) {
  return (
    <dl className={styles.list}>
      {facts.map(([term, value]) =>
        value === null || value === undefined || value === '' ? null : (
          <div key={term} className={styles.fact}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
