import { Anchored } from '~/ui/error-summary';
import { PRIORITIES } from '../../../domain/incident/incident';
import styles from './sla-fields.module.css';
import { acknowledgeField, resolveField } from './values';

type FieldProps = { name: string; error: string | undefined; defaultValue: string };

/** The targets as the table they are: a line for each priority. */
export function SlaFields({ field }: { field: (name: string) => FieldProps }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Priority</th>
          <th scope="col">Acknowledge within</th>
          <th scope="col">Resolve within</th>
        </tr>
      </thead>
      <tbody>
        {PRIORITIES.map((priority) => (
          <tr key={priority}>
            <th scope="row">{priority}</th>
            <td>
              <Minutes {...field(acknowledgeField(priority))} label={`${priority}: minutes to acknowledge`} />
            </td>
            <td>
              <Minutes {...field(resolveField(priority))} label={`${priority}: minutes to resolve`} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Minutes({ name, label, error, defaultValue }: FieldProps & { label: string }) {
  return (
    <Anchored name={name}>
      <span className={styles.minutes}>
        <input
          type="text"
          inputMode="numeric"
          name={name}
          aria-label={label}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${name}-error` : undefined}
          defaultValue={defaultValue}
        />
        <span aria-hidden="true">min</span>
      </span>
      {error ? (
        <p id={`${name}-error`} className={styles.error}>
          {error}
        </p>
      ) : null}
    </Anchored>
  );
}
