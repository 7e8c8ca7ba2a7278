import type { Named } from '~/lib/operations';
import { Form, Link } from '~/lib/rr';
import { Button, buttonClass } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { Field, Select } from '~/ui/field';
import { statusWord } from '~/ui/state-badge';
import { URGENCY_WORDS } from '~/ui/urgency-badge';
import { INCIDENT_STATUSES, URGENCIES } from '../../../domain/incident/incident';
import type { ListFilter } from './filter.server';
import styles from './incident-filters.module.css';
import { type FilterChoices, MoreFilters } from './more-filters';
import { Several, severalOption } from './several';

type Props = { filter: ListFilter; choices: FilterChoices & { services: readonly Named[] } };

/** The filters of the list; they live in the address, so that a view can be sent and the back button works. */
export function IncidentFilters({ filter: { values, active }, choices }: Props) {
  const { services } = choices;
  return (
    <details className={styles.fold}>
      <summary className={buttonClass()}>{active ? 'Filter (set)' : 'Filter'}</summary>
      <Form
        method="get"
        role="search"
        aria-label="Filter incidents"
        className={styles.filters}
        key={JSON.stringify(values)}
      >
        <Field label="Text or number" name="q" type="search" defaultValue={values.q} />
        <Select label="State" name="status" defaultValue={values.status ?? ''}>
          <option value="">Not resolved</option>
          <option value="unacknowledged">Not acknowledged</option>
          {INCIDENT_STATUSES.map((status) => (
            <option key={status} value={status}>
              {statusWord(status)}
            </option>
          ))}
          <option value="any">Any state</option>
          <Several value={values.status} words={['unacknowledged', 'any', ...INCIDENT_STATUSES]} />
        </Select>
        <Select label="Urgency" name="urgency" defaultValue={values.urgency ?? ''}>
          <option value="">Any urgency</option>
          {URGENCIES.map((urgency) => (
            <option key={urgency} value={urgency}>
              {URGENCY_WORDS[urgency]}
            </option>
          ))}
          <Several value={values.urgency} words={URGENCIES} />
        </Select>
        <Combobox
          label="Service"
          name="serviceId"
          defaultValue={values.serviceId ?? ''}
          groups={[
            {
              options: [
                { value: '', word: 'Any service' },
                ...services.map(({ id, name }) => ({ value: id, word: name })),
                ...severalOption(values.serviceId),
              ],
            },
          ]}
        />
        <div className={styles.end}>
          <Button>Apply</Button>
          {active ? <Link to="/incidents">Clear</Link> : null}
        </div>
        <MoreFilters values={values} choices={choices} />
      </Form>
    </details>
  );
}
