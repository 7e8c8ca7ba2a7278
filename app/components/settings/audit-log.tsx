import { useClock } from '~/lib/clock';
import type { AuditEntry } from '~/lib/integrations';
import { countOf, dayKey, dayName } from '~/lib/time';
import { ClockTime } from '~/ui/time';
import styles from './audit-log.module.css';
import { auditSentence, fieldChanges } from './audit-words';

/** Who changed what, newest first, with what it was before and after. */
export function AuditLog({ entries }: { entries: readonly AuditEntry[] }) {
  const clock = useClock();
  const days = new Map<string, AuditEntry[]>();
  for (const entry of entries) {
    const day = dayKey(entry.at, clock);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return (
    <>
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={dayName(ofDay[0]?.at ?? clock.now, clock)}>
          <h2 className={styles.day} suppressHydrationWarning>
            {dayName(ofDay[0]?.at ?? clock.now, clock)}
          </h2>
          <ol className={styles.log}>
            {ofDay.map((entry) => (
              <Line key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function Line({ entry }: { entry: AuditEntry }) {
  const { at, actor, origin, ip } = entry;
  return (
    <li className={styles.line}>
      <span className={styles.gutter}>
        <ClockTime at={at} />
      </span>
      <div className={styles.text}>
        <p>
          <b>{actor.name}</b> {auditSentence(entry)}
          <span className={styles.muted}> · {[origin, ip].filter(Boolean).join(', ')}</span>
        </p>
        <Changes entry={entry} />
      </div>
    </li>
  );
}

function Changes({ entry }: { entry: AuditEntry }) {
  const { locale } = useClock();
  const changes = fieldChanges(entry);
  if (changes.length === 0 || entry.targetKind === 'session') return null;
  return (
    <details className={styles.changes}>
      <summary>
        {entry.before && entry.after ? 'Changed: ' : ''}
        {countOf(changes.length, locale, 'field', 'fields')}
      </summary>
      <dl>
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              {before === null ? null : <del>{before}</del>}
              {after === null ? null : <ins>{after}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
