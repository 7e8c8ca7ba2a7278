import type { Named } from '~/lib/operations';
import { Form, Link } from '~/lib/rr';
import { Button, buttonClass } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { Checkbox, Field, Select } from '~/ui/field';
import { statusWord } from '~/ui/state-badge';
import { URGENCY_WORDS } from '~/ui/urgency-badge';
import { INCIDENT_STATUSES, URGENCIES } from '../../../domain/incident/incident';
import type { IncidentFilter } from './filter';
import styles from './incident-filters.module.css';

/** The filters of the list; they live in the address, so that a view can be sent and the back button works. */
export function IncidentFilters({ filter, services }: { filter: IncidentFilter; services: readonly Named[] }) {
  return (
    <details className={styles.fold}>
      <summary className={buttonClass()}>{filter.active ? 'Filter (set)' : 'Filter'}</summary>
      <Form
        method="get"
        role="search"
        aria-label="Filter incidents"
        className={styles.filters}
        key={JSON.stringify(filter)}
      >
        <Field label="Text or number" name="q" type="search" defaultValue={filter.q} />
        <Select label="State" name="status" defaultValue={filter.status}>
          <option value="">Not resolved</option>
          <option value="unacknowledged">Not acknowledged</option>
          {INCIDENT_STATUSES.map((status) => (
            <option key={status} value={status}>
              {statusWord(status)}
            </option>
          ))}
          <option value="any">Any state</option>
        </Select>
        <Select label="Urgency" name="urgency" defaultValue={filter.urgency}>
          <option value="">Any urgency</option>
          {URGENCIES.map((urgency) => (
            <option key={urgency} value={urgency}>
              {URGENCY_WORDS[urgency]}
            </option>
          ))}
        </Select>
        <Combobox
          label="Service"
          name="service"
          defaultValue={filter.service}
          groups={[
            {
              options: [
                { value: '', word: 'Any service' },
                ...services.map(({ id, name }) => ({ value: id, word: name })),
              ],
            },
          ]}
        />
        <div className={styles.end}>
          <Checkbox label="Mine" name="assignee" value="me" defaultChecked={filter.assignee === 'me'} />
          <Button>Apply</Button>
          {filter.active ? <Link to="/incidents">Clear</Link> : null}
        </div>
      </Form>
    </details>
  );
}
