import type { SavedView } from '~/lib/operations';
import { Form, Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Checkbox, Field } from '~/ui/field';
import styles from './saved-views.module.css';

type Props = {
  views: readonly Pick<SavedView, 'id' | 'name' | 'isShared' | 'search'>[];
  search: string;
  isFiltered: boolean;
};

/** Filters that somebody wants to come back to, and the present one to be kept. */
export function SavedViews({ views, search, isFiltered }: Props) {
  if (views.length === 0 && !isFiltered) return null;
  return (
    <nav aria-label="Saved views" className={styles.views}>
      {views.map(({ id, name, isShared, search: kept }) => (
        <Link
          key={id}
          to={`/incidents?${kept}`}
          aria-current={kept === search ? 'page' : undefined}
          title={isShared ? 'Shared with everybody' : undefined}
        >
          {name}
        </Link>
      ))}
      {isFiltered && views.every((view) => view.search !== search) ? (
        <details>
          <summary className={styles.unfold}>Save this view</summary>
          <Form method="post" action="/incidents/views" className={styles.form}>
            <input type="hidden" name="search" value={search} />
            <Field label="Name" name="name" required maxLength={200} autoComplete="off" />
            <Checkbox label="Share with everybody" name="isShared" value="yes" />
            <Button name="verb" value="create">
              Save view
            </Button>
          </Form>
        </details>
      ) : null}
      {views.length > 0 ? <Link to="/incidents/views">Manage views</Link> : null}
    </nav>
  );
}
