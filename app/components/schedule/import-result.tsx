import { useClock } from '~/lib/clock';
import type { Named } from '~/lib/operations';
import type { ImportAnswer } from '~/lib/schedules';
import { countOf } from '~/lib/time';
import { Notice, NoticeRegion } from '~/ui/notice';
import { Section } from '~/ui/page';
import styles from './layer-facts.module.css';
import { spanText } from './span-words';

const SHOWN = 50;

type Props = { imported: ImportAnswer; timezone: string; people: readonly Named[] };

/** What an import has made, or would make, and what it left out and why. */
export function ImportResult({ imported: { dryRun, created, skipped, endless }, timezone, people }: Props) {
  const { locale } = useClock();
  const zone = { locale, timeZone: timezone };
  const nameOf = (id: string | null): string =>
    id === null ? 'Nobody' : (people.find((person) => person.id === id)?.name ?? 'Somebody no longer active');
  const count = countOf(created.length, locale, 'override', 'overrides');
  return (
    <div>
      <NoticeRegion>
        <Notice glyph={dryRun ? 'note' : 'check'}>
          <p>{dryRun ? `${count} would be made. Nothing is stored yet.` : `${count} made.`}</p>
        </Notice>
      </NoticeRegion>
      {created.length > 0 ? (
        <Section title={dryRun ? 'Would be made' : 'Made'}>
          <ul>
            {created.slice(0, SHOWN).map(({ id, userId, summary, start, end }) => (
              <li key={id} className={styles.layer}>
                <b>{nameOf(userId)}</b> {spanText({ start: Date.parse(start), end: Date.parse(end) }, zone)}
                <span className={styles.detail}> {summary}</span>
              </li>
            ))}
          </ul>
          {created.length > SHOWN ? <p className={styles.detail}>and {created.length - SHOWN} more.</p> : null}
        </Section>
      ) : null}
      {skipped.length > 0 ? (
        <Section title="Left out">
          <ul>
            {skipped.slice(0, SHOWN).map(({ summary, start, reason }) => (
              <li key={`${summary} ${start} ${reason}`} className={styles.layer}>
                {summary || 'An event without a title'}: {reason}.
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {endless.length > 0 ? (
        <p className={styles.detail}>Repeats without an end, taken for a year: {endless.join(', ')}.</p>
      ) : null}
    </div>
  );
}
