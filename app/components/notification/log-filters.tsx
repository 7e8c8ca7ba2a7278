import { CHANNEL_NAMES } from '~/components/escalation-policy/sentences';
import filters from '~/components/settings/audit-filters.module.css';
import { cx } from '~/lib/cx';
import type { Named } from '~/lib/operations';
import { Form, Link } from '~/lib/rr';
import { Button, buttonClass } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { Field, Select } from '~/ui/field';
import { CHANNELS } from '../../../domain/notification/channels';
import { NOTIFICATION_STATES } from '../../../domain/notification/state';
import type { LogFilter } from './log-filter';
import styles from './log-filters.module.css';
import { NOTIFICATION_WORDS } from './states';

type Props = { filter: LogFilter; people: readonly Named[]; services: readonly Named[] };

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const named = (all: string, list: readonly Named[]) => ({
  options: [{ value: '', word: all }, ...list.map(({ id, name }) => ({ value: id, word: name }))],
});

/** The filters of the delivery log; they live in the address. */
export function LogFilters({ filter, people, services }: Props) {
  return (
    <details className={filters.fold}>
      <summary className={buttonClass()}>{filter.active ? 'Filter (set)' : 'Filter'}</summary>
      <Form
        method="get"
        role="search"
        aria-label="Filter the deliveries"
        className={cx(filters.filters, styles.filters)}
        key={JSON.stringify(filter)}
      >
        {filter.incident ? <input type="hidden" name="incident" value={filter.incident} /> : null}
        <Select label="State" name="state" defaultValue={filter.state}>
          <option value="">Any</option>
          {NOTIFICATION_STATES.map((state) => (
            <option key={state} value={state}>
              {capital(NOTIFICATION_WORDS[state].word)}
            </option>
          ))}
        </Select>
        <Select label="Channel" name="channel" defaultValue={filter.channel}>
          <option value="">Any</option>
          {CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {CHANNEL_NAMES[channel]}
            </option>
          ))}
        </Select>
        <Combobox label="Person" name="user" defaultValue={filter.user} groups={[named('Anybody', people)]} />
        <Combobox label="Service" name="service" defaultValue={filter.service} groups={[named('Any', services)]} />
        <Field label="From" name="from" type="date" defaultValue={filter.from} />
        <Field label="To" name="to" type="date" defaultValue={filter.to} />
        <div className={filters.end}>
          <Button>Apply</Button>
          {filter.active ? <Link to="/settings/deliveries">Clear</Link> : null}
        </div>
      </Form>
    </details>
  );
}
