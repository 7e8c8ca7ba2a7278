import { useClock } from '~/lib/clock';
import { absoluteTime } from '~/lib/time';
import { Glyph } from '~/ui/glyph';
import { type Instant, toIso } from '../../../domain/shared/time';
import styles from './agenda.module.css';
import type { Stretch } from './days';

/** Who answers when, a line each; where nobody does, the line says so. */
export function Agenda({ stretches, timezone }: { stretches: readonly Stretch[]; timezone: string }) {
  const clock = useClock();
  return (
    <ol className={styles.agenda}>
      {stretches.map(({ who, start, end }) => (
        <li key={`${start} ${who}`} className={styles.stretch} data-gap={who === null || undefined}>
          <Edge at={start} timezone={timezone} />
          <p className={styles.who}>
            {who ?? (
              <>
                <Glyph name="warning" /> Nobody is on call
              </>
            )}
          </p>
          <p className={styles.end} suppressHydrationWarning>
            until <time dateTime={toIso(end)}>{absoluteTime(end, { ...clock, timeZone: timezone })}</time>
          </p>
        </li>
      ))}
    </ol>
  );
}

function Edge({ at, timezone }: { at: Instant; timezone: string }) {
  const clock = useClock();
  return (
    <time dateTime={toIso(at)} className={styles.start} suppressHydrationWarning>
      {absoluteTime(at, { ...clock, timeZone: timezone })}
    </time>
  );
}
