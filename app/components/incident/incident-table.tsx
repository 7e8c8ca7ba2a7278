import type { ReactNode } from 'react';
import { cx } from '~/lib/cx';
import { Link } from '~/lib/rr';
import { StateBadge } from '~/ui/state-badge';
import { Age } from '~/ui/time';
import { URGENCY_WORDS } from '~/ui/urgency-badge';
import type { IncidentSummary } from '../../../domain/incident/view';
import { BULK_FORM } from './bulk-bar';
import styles from './incident-table.module.css';
import { incidentPath, numberOf, UNACKNOWLEDGED } from './words';

type Props = {
  label: string;
  incidents: readonly IncidentSummary[];
  wide?: boolean;
  /** The lines can be ticked, for the bar of the bulk actions; `ticked` are from the start. */
  selectable?: boolean;
  ticked?: readonly string[];
  /** Off where all are of one service. */
  services?: boolean;
};

/** Incidents, a line each: 40 px high on a desk, two lines on a phone. `wide` has every column. */
export function IncidentTable({ label, incidents, ticked = [], ...looks }: Props) {
  const { wide = false, services = true, selectable = false } = looks;
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
            {services ? (
              <th scope="col" className={styles.service}>
                Service
              </th>
            ) : null}
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
            <Row key={incident.id} incident={incident} wide={wide} services={services}>
              {selectable ? <Tick incident={incident} isTicked={ticked.includes(incident.id)} /> : null}
            </Row>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { incident: IncidentSummary; wide: boolean; services: boolean; children: ReactNode };

function Row({ incident, wide, services, children }: RowProps) {
  const { status, urgency, title, serviceName, assignee, openedAt, lastEventAt, nobodyPaged } = incident;
  return (
    <tr className={styles.row} data-urgency={urgency} data-waits={UNACKNOWLEDGED.includes(status) || undefined}>
      <td className={styles.gutter}>
        {children}
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
            {[
              nobodyPaged && 'Nobody paged',
              URGENCY_WORDS[urgency],
              services && serviceName,
              assignee?.name,
              numberOf(incident),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      </th>
      {services ? <td className={styles.service}>{serviceName}</td> : null}
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

/** The gutter of a line is one large place to press. */
const Tick = ({ incident, isTicked }: { incident: IncidentSummary; isTicked: boolean }) => (
  <label className={styles.tick}>
    <input
      type="checkbox"
      name="ids"
      value={incident.id}
      form={BULK_FORM}
      defaultChecked={isTicked}
      aria-label={`Tick ${numberOf(incident)} ${incident.title}`}
    />
  </label>
);
