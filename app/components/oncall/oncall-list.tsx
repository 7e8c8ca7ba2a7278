import { useClock } from '~/lib/clock';
import type { OnCallEntry } from '~/lib/operations';
import { Link } from '~/lib/rr';
import { listOf, momentNear } from '~/lib/time';
import { Glyph } from '~/ui/glyph';
import { Moment } from '~/ui/time';
import { placeOf } from '../schedule/span-words';
import styles from './oncall-list.module.css';

/** Who answers now, per schedule, and until when; on both clocks where the schedule keeps another. */
export function OnCallList({ entries, viewerId }: { entries: readonly OnCallEntry[]; viewerId: string }) {
  return (
    <ul>
      {entries.map((entry) => (
        <Entry key={entry.scheduleId} entry={entry} viewerId={viewerId} />
      ))}
    </ul>
  );
}

function Entry({
  entry: { scheduleId, scheduleName, timezone, users, until },
  viewerId,
}: {
  entry: OnCallEntry;
  viewerId: string;
}) {
  const clock = useClock();
  const here = until === null ? '' : momentNear(until, clock.now, clock);
  const there = until === null ? '' : momentNear(until, clock.now, { ...clock, timeZone: timezone });
  const names = users.map(({ id, name }) => (id === viewerId ? `${name} (you)` : name));
  return (
    <li className={styles.entry}>
      <p className={styles.schedule}>
        <Link to={`/schedules/${encodeURIComponent(scheduleId)}`}>{scheduleName}</Link>
      </p>
      {names.length > 0 ? (
        <p className={styles.people}>{listOf(names, clock.locale)}</p>
      ) : (
        <p className={styles.gap}>
          <Glyph name="warning" />
          Nobody is on call
        </p>
      )}
      <p className={styles.until}>
        {until === null ? (
          'no change planned'
        ) : (
          <>
            until <Moment at={until} />
          </>
        )}
        {here === there ? null : (
          <span suppressHydrationWarning>
            {' '}
            your time ({there} {placeOf(timezone)})
          </span>
        )}
      </p>
    </li>
  );
}
