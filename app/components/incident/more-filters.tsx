import { cx } from '~/lib/cx';
import type { CustomField, Named } from '~/lib/operations';
import { Combobox } from '~/ui/combobox';
import { Checkbox, Field, Select } from '~/ui/field';
import { PRIORITIES } from '../../../domain/incident/incident';
import styles from './incident-filters.module.css';
import { Several, severalOption } from './several';

export type FilterChoices = {
  users: readonly Named[];
  teams: readonly Named[];
  fields: readonly Pick<CustomField, 'key' | 'name' | 'kind' | 'options'>[];
};

const ORDERS = [
  ['', 'Newest first'],
  ['openedAt', 'Oldest first'],
  ['-lastEventAt', 'Last event first'],
  ['-urgency', 'Most urgent first'],
  ['-priority', 'Highest priority first'],
] as const;

const NAMES = ['assignee', 'teamId', 'priority', 'visibility', 'tag', 'from', 'to', 'watching', 'sort'];

/** What fewer people ask for; open while any of it is set. */
export function MoreFilters({ values, choices: { users, teams, fields } }: { values: Values; choices: FilterChoices }) {
  const isSet = Object.keys(values).some((name) => NAMES.includes(name) || name.startsWith('field.'));
  return (
    <details className={styles.more} open={isSet}>
      <summary className={styles.unfold}>More filters and order</summary>
      <div className={cx(styles.filters, styles.inner)}>
        <Combobox
          label="Assignee"
          name="assignee"
          defaultValue={values.assignee ?? ''}
          groups={[
            {
              options: [
                { value: '', word: 'Anybody' },
                { value: 'me', word: 'Me' },
                { value: 'nobody', word: 'Nobody yet' },
                ...severalOption(values.assignee),
              ],
            },
            { label: 'People', options: users.map(({ id, name }) => ({ value: id, word: name })) },
            { label: 'Teams', options: teams.map(({ id, name }) => ({ value: id, word: name })) },
          ]}
        />
        <Combobox
          label="Owning team"
          name="teamId"
          defaultValue={values.teamId ?? ''}
          groups={[
            {
              options: [
                { value: '', word: 'Any team' },
                ...teams.map(({ id, name }) => ({ value: id, word: name })),
                ...severalOption(values.teamId),
              ],
            },
          ]}
        />
        <Select label="Priority" name="priority" defaultValue={values.priority ?? ''}>
          <option value="">Any priority</option>
          {PRIORITIES.map((priority) => (
            <option key={priority}>{priority}</option>
          ))}
          <option value="none">None</option>
          <Several value={values.priority} words={[...PRIORITIES, 'none']} />
        </Select>
        <Select label="Order" name="sort" defaultValue={values.sort ?? ''}>
          {ORDERS.map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
          <Several value={values.sort} words={ORDERS.map(([value]) => value)} />
        </Select>
        <Field label="Tag" name="tag" defaultValue={values.tag} autoComplete="off" />
        {fields.map(({ key, name, kind, options }) =>
          kind === 'SELECT' || kind === 'BOOLEAN' ? (
            <Select key={key} label={name} name={`field.${key}`} defaultValue={values[`field.${key}`] ?? ''}>
              <option value="">Anything</option>
              {(kind === 'SELECT' ? options : ['true', 'false']).map((option) => (
                <option key={option} value={option}>
                  {kind === 'SELECT' ? option : option === 'true' ? 'Yes' : 'No'}
                </option>
              ))}
            </Select>
          ) : (
            <Field
              key={key}
              label={name}
              name={`field.${key}`}
              type={kind === 'DATE' ? 'date' : 'text'}
              defaultValue={values[`field.${key}`]}
              autoComplete="off"
            />
          ),
        )}
        <Field label="Opened from" name="from" type="date" defaultValue={values.from} />
        <Field label="Opened until" name="to" type="date" defaultValue={values.to} />
        <div className={styles.end}>
          <Checkbox label="Watched by me" name="watching" value="me" defaultChecked={values.watching === 'me'} />
          <Checkbox
            label="Private only"
            name="visibility"
            value="PRIVATE"
            defaultChecked={values.visibility === 'PRIVATE'}
          />
        </div>
      </div>
    </details>
  );
}

type Values = Record<string, string>;
