import { useClock } from '~/lib/clock';
import type { AuditEntry } from '~/lib/integrations';
import { countOf } from '~/lib/time';
import { Logbook, LogLine } from '~/ui/logbook';
import styles from './audit-log.module.css';
import { auditSentence, fieldChanges } from './audit-words';

/** Who changed what, newest first, with what it was before and after. */
export function AuditLog({ entries }: { entries: readonly AuditEntry[] }) {
  return (
    <Logbook
      entries={entries}
      atOf={({ at }) => at}
      heading="h2"
      line={(entry) => <Line key={entry.id} entry={entry} />}
    />
  );
}

function Line({ entry }: { entry: AuditEntry }) {
  const { at, actor, origin, ip } = entry;
  return (
    <LogLine at={at}>
      <p>
        <b>{actor.name}</b> {auditSentence(entry)}
        <span className={styles.muted}> · {[origin, ip].filter(Boolean).join(', ')}</span>
      </p>
      <Changes entry={entry} />
    </LogLine>
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
