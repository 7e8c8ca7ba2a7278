import type { Named } from '~/lib/operations';
import { Form, Link } from '~/lib/rr';
import { Button, buttonClass } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { Field } from '~/ui/field';
import type { AuditFilter } from './audit-filter';
import styles from './audit-filters.module.css';
import { AUDIT_KINDS } from './audit-words';

const ANYBODY = [
  { value: '', word: 'Anybody' },
  { value: 'api-key', word: 'Any API key' },
  { value: 'system', word: 'The system' },
];
const KINDS = [{ value: '', word: 'Anything' }, ...AUDIT_KINDS.map(({ kind, word }) => ({ value: kind, word }))];
const optionsOf = (people: readonly Named[]) => people.map(({ id, name }) => ({ value: id, word: name }));

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
        <Combobox
          label="Who"
          name="actor"
          defaultValue={filter.actor}
          groups={[{ options: ANYBODY }, { label: 'People', options: optionsOf(people) }]}
        />
        <Combobox label="What" name="kind" defaultValue={filter.kind} groups={[{ options: KINDS }]} />
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
