import { Form, Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Field, Select } from '~/ui/field';
import { ROLES, USER_STATUSES } from '../../../domain/access/roles';
import type { UserFilter } from './filter';
import styles from './user-filters.module.css';
import { ROLE_WORDS, STATUS_WORDS } from './words';

/** Search and filters of the list of people; they live in the address. */
export function UserFilters({ filter, sort }: { filter: UserFilter; sort: string }) {
  return (
    <Form method="get" role="search" aria-label="Filter people" className={styles.filters} key={JSON.stringify(filter)}>
      {sort ? <input type="hidden" name="sort" value={sort} /> : null}
      <Field label="Name or e-mail" name="q" type="search" defaultValue={filter.q} />
      <Select label="Role" name="role" defaultValue={filter.role}>
        <option value="">Any role</option>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {ROLE_WORDS[role]}
          </option>
        ))}
      </Select>
      <Select label="State" name="status" defaultValue={filter.status}>
        <option value="">Any state</option>
        {USER_STATUSES.map((status) => (
          <option key={status} value={status}>
            {STATUS_WORDS[status]}
          </option>
        ))}
      </Select>
      <div className={styles.end}>
        <Button>Apply</Button>
        {filter.active ? <Link to="/users">Clear</Link> : null}
      </div>
    </Form>
  );
}
