import type { ReactNode } from 'react';
import { useClock } from '~/lib/clock';
import { countOf } from '~/lib/time';
import { Notice, NoticeRegion } from '~/ui/notice';
import { Section } from '~/ui/page';
import styles from './layer-facts.module.css';
import { spanText } from './span-words';

/** More lines than these nobody reads; the rest is counted. */
const SHOWN = 50;

type Event = { id: string; summary: string; start: string; end: string };

export type ImportLists<E extends Event> = {
  dryRun: boolean;
  created: readonly E[];
  skipped: readonly { summary: string; start: string | null; reason: string }[];
  endless: readonly string[];
};

type Props<E extends Event> = {
  lists: ImportLists<E>;
  /** On whose clock times are told. */
  timezone: string;
  one: string;
  many: string;
  who: (event: E) => string | null;
  /** What applies a preview. */
  children?: ReactNode;
};

/** What an import has made, or would make, and what it left out and why. */
export function ImportResult<E extends Event>({ lists, timezone, one, many, who, children }: Props<E>) {
  const { locale } = useClock();
  const zone = { locale, timeZone: timezone };
  const { dryRun, created, skipped, endless } = lists;
  const count = countOf(created.length, locale, one, many);
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
            {created.slice(0, SHOWN).map((event) => {
              const name = who(event);
              const span = { start: Date.parse(event.start), end: Date.parse(event.end) };
              return (
                <li key={event.id} className={styles.layer}>
                  {name ? <b>{name} </b> : null}
                  {spanText(span, zone)}
                  <span className={styles.detail}> {event.summary}</span>
                </li>
              );
            })}
          </ul>
          {created.length > SHOWN ? <p className={styles.detail}>and {created.length - SHOWN} more.</p> : null}
        </Section>
      ) : null}
      {skipped.length > 0 ? (
        <Section title="Left out">
          <ul>
            {skipped.slice(0, SHOWN).map(({ summary, start, reason }) => (
              <li key={`${summary} ${start} ${reason}`} className={styles.layer}>
                {summary || 'An event without a title'}
                {start
                  ? `, ${spanText({ start: Date.parse(start), end: Date.parse(start) + 1 }, zone).split('–')[0]}`
                  : null}
                <span className={styles.detail}> {reason}</span>
              </li>
            ))}
          </ul>
          {skipped.length > SHOWN ? <p className={styles.detail}>and {skipped.length - SHOWN} more.</p> : null}
        </Section>
      ) : null}
      {endless.length > 0 ? (
        <p className={styles.detail}>Repeats without an end, taken for a year: {endless.join(', ')}.</p>
      ) : null}
      {children}
    </div>
  );
}
