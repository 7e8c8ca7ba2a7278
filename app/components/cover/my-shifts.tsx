import type { PersonShift } from '~/lib/operations';
import { Link } from '~/lib/rr';
import { Glyph } from '~/ui/glyph';
import styles from './covers.module.css';
import { ShiftSpan } from './shift-span';
import { askPath, coverPath, exchangePath } from './words';

/** One's shifts to come, a line each, with the way to somebody who takes it. */
export function MyShifts({ shifts, mayAsk }: { shifts: readonly PersonShift[]; mayAsk: boolean }) {
  return (
    <ul className={styles.list}>
      {shifts.map(({ schedule, start, end, away, cover }) => (
        <li key={`${schedule.id} ${start}`} className={styles.row}>
          <div>
            <p className={styles.when}>
              <ShiftSpan start={start} end={end} />
            </p>
            <p className={styles.about}>
              <Link to={`/schedules/${encodeURIComponent(schedule.id)}`}>{schedule.name}</Link>
            </p>
            {away ? (
              <p className={styles.warn}>
                <Glyph name="warning" />
                <span>
                  You are away <ShiftSpan start={away.start} end={away.end} />.{' '}
                  <Link to="/profile/time-off">See who could take it</Link>
                </span>
              </p>
            ) : null}
          </div>
          {cover ? (
            <Link to={coverPath(cover)}>{cover.isExchange ? 'Exchange proposed' : 'Cover asked for'}</Link>
          ) : mayAsk ? (
            <p className={styles.actions}>
              <Link to={askPath(schedule.id, { start, end })} aria-label={`Ask for cover on ${schedule.name}`}>
                Ask for cover
              </Link>
              <Link
                to={exchangePath(schedule.id, { start, end })}
                aria-label={`Exchange this shift on ${schedule.name}`}
              >
                Exchange
              </Link>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
