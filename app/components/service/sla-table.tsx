import { useClock } from '~/lib/clock';
import { duration } from '~/lib/time';
import { PRIORITIES } from '../../../domain/incident/incident';
import type { ServiceSettings } from '../../../domain/plan/plan';
import { MINUTE } from '../../../domain/shared/time';
import styles from './sla-table.module.css';

/** Within how long an incident should be acknowledged and resolved, by its priority. */
export function SlaTable({ sla }: { sla: ServiceSettings['sla'] }) {
  const { locale } = useClock();
  const told = (minutes: number | null) =>
    minutes === null ? <span className={styles.none}>none</span> : duration(minutes * MINUTE, locale, 'narrow');
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Priority</th>
          <th scope="col">Acknowledge</th>
          <th scope="col">Resolve</th>
        </tr>
      </thead>
      <tbody>
        {PRIORITIES.map((priority) => (
          <tr key={priority}>
            <th scope="row">{priority}</th>
            <td>{told(sla[priority].acknowledgeMinutes)}</td>
            <td>{told(sla[priority].resolveMinutes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
