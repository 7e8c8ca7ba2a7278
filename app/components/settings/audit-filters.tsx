import type { Named } from '~/lib/operations';
import { Form, Link } from '~/lib/rr';
import { Button, buttonClass } from '~/ui/button';
import { Field, Select } from '~/ui/field';
import type { AuditFilter } from './audit-filter';
import styles from './audit-filters.module.css';
import { AUDIT_KINDS } from './audit-words';

/** The filters of the log; they live in the address. */
export function AuditFilters({ filter, people }: { filter: AuditFilter; people: readonly Named[] }) {
  return (
    <details className={styles.fold}>
      <summary className={buttonClass()}>{filter.active ? 'Filter (set)' : 'Filter'}</summary>
      <Form
        method="get"
        role="search"
        aria-label="Filter the audit log"
        className={styles.filters}
        key={JSON.stringify(filter)}
      >
        <Select label="Who" name="actor" defaultValue={filter.actor}>
          <option value="">Anybody</option>
          <option value="api-key">Any API key</option>
          <option value="system">The system</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Select label="What" name="kind" defaultValue={filter.kind}>
          <option value="">Anything</option>
          {AUDIT_KINDS.map(({ kind, word }) => (
            <option key={kind} value={kind}>
              {word}
            </option>
          ))}
        </Select>
        <Field label="From" name="from" type="date" defaultValue={filter.from} />
        <Field label="To" name="to" type="date" defaultValue={filter.to} />
        <div className={styles.end}>
          <Button>Apply</Button>
          {filter.active ? <Link to="/settings/audit">Clear</Link> : null}
        </div>
      </Form>
    </details>
  );
}
