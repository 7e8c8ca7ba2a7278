import type { ReactNode } from 'react';
import { useClock } from '~/lib/clock';
import { dayKey, dayName } from '~/lib/time';
import type { Instant } from '../../domain/shared/time';
import styles from './logbook.module.css';
import { ClockTime } from './time';

type Props<Entry> = {
  entries: readonly Entry[];
  atOf: (entry: Entry) => Instant;
  heading?: 'h2' | 'h3';
  /** One `LogLine`, or what holds one, with a key. */
  line: (entry: Entry) => ReactNode;
};

/** Entries in their order, under the date of each day on the reader's clock, with their times beside a ruled margin. */
export function Logbook<Entry>({ entries, atOf, heading: Heading = 'h3', line }: Props<Entry>) {
  const clock = useClock();
  const days = new Map<string, { name: string; entries: Entry[] }>();
  for (const entry of entries) {
    const at = atOf(entry);
    const day = days.get(dayKey(at, clock));
    if (day) day.entries.push(entry);
    else days.set(dayKey(at, clock), { name: dayName(at, clock), entries: [entry] });
  }
  return (
    <>
      {[...days].map(([day, { name, entries: ofDay }]) => (
        <section key={day} aria-label={name}>
          <Heading className={styles.day} suppressHydrationWarning>
            {name}
          </Heading>
          <ol className={styles.log}>{ofDay.map(line)}</ol>
        </section>
      ))}
    </>
  );
}

type LineProps = {
  at: Instant;
  glyph?: ReactNode;
  /** What the system did by itself stands back behind what people did. */
  quiet?: boolean;
  /** What can be done about it, at the end of the line. */
  aside?: ReactNode;
  children: ReactNode;
};

/** What happened at a time. */
export const LogLine = ({ at, glyph, quiet = false, aside, children }: LineProps) => (
  <li className={styles.line} data-quiet={quiet || undefined}>
    <span className={styles.gutter}>
      <ClockTime at={at} />
    </span>
    <div className={styles.entry}>
      {glyph ? <span className={styles.glyph}>{glyph}</span> : null}
      <div className={styles.text}>{children}</div>
      {aside ? <div className={styles.aside}>{aside}</div> : null}
    </div>
  </li>
);
