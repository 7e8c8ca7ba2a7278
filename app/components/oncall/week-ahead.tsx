import { useClock } from '~/lib/clock';
import type { MaintenanceWindow } from '~/lib/maintenance';
import { Link } from '~/lib/rr';
import type { ScheduleOverview } from '~/lib/schedules';
import { Glyph } from '~/ui/glyph';
import { Section } from '~/ui/page';
import { DAY, type Instant } from '../../../domain/shared/time';
import { WindowWhen } from '../maintenance/window-when';
import { windowPath } from '../maintenance/words';
import { lengthText, spanText } from '../schedule/span-words';
import { newOverridePath, schedulePath } from '../schedule/words';
import styles from './week-ahead.module.css';

const AHEAD = 7 * DAY;

/** Whether it has begun, or begins within the week. */
const isNear = (at: Instant | null, now: Instant): boolean => at !== null && at < now + AHEAD;

type Props = { schedules: readonly ScheduleOverview[]; windows: readonly MaintenanceWindow[]; mayAnswer: boolean };

/** What will leave somebody without an answer, or hold alerts back, in the coming week: while there is time to mend it. */
export function WeekAhead({ schedules, windows, mayAnswer }: Props) {
  const clock = useClock();
  const gaps = schedules.flatMap(({ gap, ...schedule }) =>
    gap && isNear(gap.start, clock.now) ? [{ ...schedule, gap }] : [],
  );
  const holds = windows.filter(({ activeUntilAt, nextAt }) => activeUntilAt !== null || isNear(nextAt, clock.now));
  return (
    <Section title="The next 7 days">
      {gaps.length + holds.length === 0 ? (
        <p className={styles.line}>
          <Glyph name="check" />
          <span>{schedules.length > 0 ? 'Somebody is on call at any time, and no' : 'No'} maintenance is planned.</span>
        </p>
      ) : null}
      <ul>
        {gaps.map(({ id, name, gap }) => (
          <li key={id} className={styles.line} data-level="danger">
            <Glyph name="warning" />
            <span>
              <b>Nobody is on call</b> on <Link to={schedulePath(id)}>{name}</Link>{' '}
              <span suppressHydrationWarning>
                {spanText(gap, clock)}, {lengthText(gap, clock.locale)}.
              </span>{' '}
              {mayAnswer ? <Link to={newOverridePath(id, gap)}>Find somebody</Link> : null}
            </span>
          </li>
        ))}
        {holds.map((window) => (
          <li key={window.id} className={styles.line}>
            <Glyph name="suppressed" />
            <span>
              {window.activeUntilAt === null ? 'Maintenance' : 'In maintenance'} <WindowWhen window={window} />:{' '}
              <Link to={windowPath(window)}>{window.name}</Link>.
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
