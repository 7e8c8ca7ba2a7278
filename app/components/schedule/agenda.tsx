import { useClock } from '~/lib/clock';
import { momentNear } from '~/lib/time';
import { Glyph } from '~/ui/glyph';
import { type Instant, toIso } from '../../../domain/shared/time';
import styles from './agenda.module.css';
import type { Stretch } from './days';

/** Who answers when, a line each, on the schedule's clock; where nobody does, the line says so. */
export function Agenda({ stretches, timezone }: { stretches: readonly Stretch[]; timezone: string }) {
  return (
    <ol className={styles.agenda}>
      {stretches.map(({ who, start, end }) => (
        <li key={`${start} ${who}`} className={styles.stretch} data-gap={who === null || undefined}>
          <p className={styles.start}>
            <Edge at={start} timezone={timezone} />
          </p>
          <p className={styles.who}>
            {who ?? (
              <>
                <Glyph name="warning" /> Nobody is on call
              </>
            )}
            <span className={styles.end}>
              until <Edge at={end} timezone={timezone} />
            </span>
          </p>
        </li>
      ))}
    </ol>
  );
}

function Edge({ at, timezone }: { at: Instant; timezone: string }) {
  const clock = useClock();
  return (
    <time dateTime={toIso(at)} suppressHydrationWarning>
      {momentNear(at, clock.now, { ...clock, timeZone: timezone })}
    </time>
  );
}
