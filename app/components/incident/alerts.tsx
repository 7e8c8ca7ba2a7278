import { useClock } from '~/lib/clock';
import { countOf } from '~/lib/time';
import { Glyph } from '~/ui/glyph';
import { Section } from '~/ui/page';
import { Time } from '~/ui/time';
import type { AlertView } from '../../../domain/incident/view';
import styles from './alerts.module.css';

const LABELS_SHOWN = 6;

/** What the monitoring said: links and labels first. */
export function Alerts({ alerts }: { alerts: readonly AlertView[] }) {
  const { locale } = useClock();
  if (alerts.length === 0) return null;
  return (
    <Section title={alerts.length === 1 ? 'Alert' : countOf(alerts.length, locale, 'alert', 'alerts')}>
      <ul>
        {alerts.map((alert) => (
          <Alert key={alert.id} alert={alert} />
        ))}
      </ul>
    </Section>
  );
}

function Alert({ alert }: { alert: AlertView }) {
  const { title, status, severity, source, sourceLink, labels, count, firstAt, lastAt } = alert;
  const { locale } = useClock();
  const all = Object.entries(labels);
  return (
    <li className={styles.alert}>
      <p className={styles.title} data-status={status}>
        <Glyph name={status === 'OPEN' ? 'open' : 'resolved'} />
        <span>{title}</span>
      </p>
      <p className={styles.facts}>
        {[status === 'OPEN' ? 'firing' : 'over', severity].filter(Boolean).join(' · ')}
        {source || sourceLink ? ' · ' : null}
        {sourceLink ? (
          <a href={sourceLink} rel="noopener noreferrer">
            {source ?? 'source'}
          </a>
        ) : (
          source
        )}
      </p>
      <p className={styles.facts}>
        {countOf(count, locale, 'event', 'events')}, first <Time at={firstAt} />
        {count > 1 ? (
          <>
            , last <Time at={lastAt} />
          </>
        ) : null}
      </p>
      <Labels labels={all.slice(0, LABELS_SHOWN)} />
      {all.length > LABELS_SHOWN ? (
        <details>
          <summary className={styles.more}>
            {countOf(all.length - LABELS_SHOWN, locale, 'more label', 'more labels')}
          </summary>
          <Labels labels={all.slice(LABELS_SHOWN)} />
        </details>
      ) : null}
    </li>
  );
}

function Labels({ labels }: { labels: [string, string][] }) {
  if (labels.length === 0) return null;
  return (
    <dl className={styles.labels}>
      {labels.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
