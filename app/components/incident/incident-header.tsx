import { Link } from '~/lib/rr';
import { StateBadge } from '~/ui/state-badge';
import { Age, ClockTime } from '~/ui/time';
import { UrgencyBadge } from '~/ui/urgency-badge';
import type { IncidentDetail } from '../../../domain/incident/view';
import styles from './incident-header.module.css';
import { numberOf } from './words';

/** What broke, how badly, since when and who has it: the entry that opens the page of the log. */
export function IncidentHeader({ incident }: { incident: IncidentDetail }) {
  const { status, urgency, priority, title, serviceId, serviceName, openedAt, assignee } = incident;
  const over = status === 'RESOLVED';
  return (
    <header className={styles.header}>
      <p className={styles.gutter}>
        <ClockTime at={openedAt} />
        <span>{numberOf(incident)}</span>
      </p>
      <div className={styles.entry}>
        <p className={styles.state}>
          <StateBadge status={status} />
          <UrgencyBadge urgency={urgency} />
          {priority ? <b>{priority}</b> : null}
          <span className={styles.number}>{numberOf(incident)}</span>
        </p>
        <h1 tabIndex={-1}>{title}</h1>
        <p className={styles.facts}>
          <Link to={`/incidents?serviceId=${encodeURIComponent(serviceId)}`}>{serviceName}</Link>
          {' · '}
          {over ? 'opened ' : 'open for '}
          <Age at={openedAt} width="short" />
          {over ? ' ago' : null}
          {' · '}
          {assignee ? `with ${assignee.name}` : 'nobody has it yet'}
        </p>
        <Links incident={incident} />
      </div>
    </header>
  );
}

/** Where to look next: the runbook, and what the monitoring shows. */
function Links({ incident: { runbookUrl, alerts } }: { incident: IncidentDetail }) {
  const source = alerts.find(({ sourceLink }) => sourceLink !== null);
  if (!runbookUrl && !source?.sourceLink) return null;
  return (
    <p className={styles.links}>
      {runbookUrl ? (
        <a href={runbookUrl} rel="noopener noreferrer">
          Runbook
        </a>
      ) : null}
      {source?.sourceLink ? (
        <a href={source.sourceLink} rel="noopener noreferrer">
          Alert in {source.source ?? 'the monitoring'}
        </a>
      ) : null}
    </p>
  );
}
