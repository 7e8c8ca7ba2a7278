import { cx } from '~/lib/cx';
import { Link } from '~/lib/rr';
import { StateBadge } from '~/ui/state-badge';
import { Age } from '~/ui/time';
import { URGENCY_WORDS } from '~/ui/urgency-badge';
import type { IncidentSummary } from '../../../domain/incident/view';
import styles from './incident-table.module.css';
import { incidentPath, numberOf, UNACKNOWLEDGED } from './words';

type Props = { label: string; incidents: readonly IncidentSummary[]; wide?: boolean };

/** Incidents, a line each: 40 px high on a desk, two lines on a phone. `wide` has every column. */
export function IncidentTable({ label, incidents, wide = false }: Props) {
  return (
    <div className={styles.frame}>
      <table className={cx(styles.table, wide && styles.wide)} aria-label={label}>
        <thead>
          <tr>
            <th scope="col" className={styles.gutter}>
              Age
            </th>
            <th scope="col" className={styles.state}>
              State
            </th>
            {wide ? (
              <th scope="col" className={styles.number}>
                Number
              </th>
            ) : null}
            <th scope="col">Title</th>
            <th scope="col" className={styles.service}>
              Service
            </th>
            {wide ? (
              <th scope="col" className={styles.urgency}>
                Urgency
              </th>
            ) : null}
            <th scope="col" className={styles.assignee}>
              Assignee
            </th>
            {wide ? (
              <th scope="col" className={styles.last}>
                Last
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {incidents.map((incident) => (
            <Row key={incident.id} incident={incident} wide={wide} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ incident, wide }: { incident: IncidentSummary; wide: boolean }) {
  const { status, urgency, title, serviceName, assignee, openedAt, lastEventAt, nobodyPaged } = incident;
  return (
    <tr className={styles.row} data-urgency={urgency} data-waits={UNACKNOWLEDGED.includes(status) || undefined}>
      <td className={styles.gutter}>
        <Age at={openedAt} />
      </td>
      <td className={styles.state}>
        <StateBadge status={status} />
      </td>
      {wide ? <td className={styles.number}>{numberOf(incident)}</td> : null}
      <th scope="row" className={styles.title}>
        <Link to={incidentPath(incident)}>{title}</Link>
        <span className={styles.under}>
          <StateBadge status={status} />
          <span className={styles.facts}>
            {[nobodyPaged && 'Nobody paged', URGENCY_WORDS[urgency], serviceName, assignee?.name, numberOf(incident)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      </th>
      <td className={styles.service}>{serviceName}</td>
      {wide ? <td className={styles.urgency}>{URGENCY_WORDS[urgency]}</td> : null}
      <td className={styles.assignee}>
        {assignee?.name ?? (
          <span className={nobodyPaged ? styles.unpaged : styles.none}>
            {nobodyPaged ? 'Nobody paged' : 'Nobody yet'}
          </span>
        )}
      </td>
      {wide ? (
        <td className={styles.last}>
          <Age at={lastEventAt} />
        </td>
      ) : null}
    </tr>
  );
}
