import { Form, Link } from '~/lib/rr';
import { Button } from './button';
import { Field } from './field';
import styles from './search-form.module.css';

type Props = { label: string; q: string; clearTo: string; keep?: Record<string, string> };

/** One field to look for something in a list; the answer has an address. */
export function SearchForm({ label, q, clearTo, keep = {} }: Props) {
  return (
    <Form method="get" role="search" aria-label={label} className={styles.search} key={q}>
      {Object.entries(keep).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <Field label={label} name="q" type="search" defaultValue={q} maxLength={200} />
      <Button>Search</Button>
      {q ? <Link to={clearTo}>Clear</Link> : null}
    </Form>
  );
}
