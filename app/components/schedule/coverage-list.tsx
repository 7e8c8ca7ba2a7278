import { Link } from '~/lib/rr';
import { Glyph } from '~/ui/glyph';
import styles from './coverage-list.module.css';
import type { CoverageDay, CoverageLine, CoverageWeek } from './coverage-model';

type Props = { days: readonly CoverageDay[]; weeks: readonly CoverageWeek[] | null };

/** The final schedule day by day, with the same actions as the picture: on a phone it stands in its place. */
export function CoverageList({ days, weeks }: Props) {
  if (weeks === null) return <Days days={days} />;
  return (
    <div>
      {weeks.map(({ key, title, gaps, isOpen, days }) => (
        <details key={key} className={styles.week} open={isOpen}>
          <summary>
            {title}
            {gaps > 0 ? (
              <span className={styles.gaps}>
                <Glyph name="warning" />
                {gaps === 1 ? '1 gap' : `${gaps} gaps`}
              </span>
            ) : null}
          </summary>
          <Days days={days} />
        </details>
      ))}
    </div>
  );
}

function Days({ days }: { days: readonly CoverageDay[] }) {
  return (
    <div className={styles.days}>
      {days.map(({ date, title, note, isToday, lines }) => (
        <section key={date} className={styles.day} data-today={isToday ? '' : undefined}>
          <h3>
            {title}
            {isToday ? <span className={styles.note}> today</span> : null}
          </h3>
          {note ? <p className={styles.change}>{note}</p> : null}
          <ul>
            {lines.map((line) => (
              <Line key={line.key} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Line({ line: { hours, other, who, gap, isOverride, isMine, hue, to, askTo, name } }: { line: CoverageLine }) {
  return (
    <li className={styles.line} data-gap={gap ? '' : undefined} data-hue={hue ?? undefined}>
      <span className={styles.hours}>{hours}</span>
      <span className={styles.who}>
        {gap ? <Glyph name="warning" /> : null}
        {who}
        {gap ? <span className={styles.note}> gap of {gap}</span> : null}
        {isMine ? <span className={styles.note}> you</span> : null}
        {isOverride ? <span className={styles.note}> override</span> : null}
        {other ? <span className={styles.other}>{other}</span> : null}
      </span>
      <span className={styles.actions}>
        {askTo ? (
          <Link to={askTo} className={styles.action} aria-label={`Give away ${name}`}>
            Give away
          </Link>
        ) : null}
        {to ? (
          <Link to={to} className={styles.action} aria-label={`${gap ? 'Find somebody for' : 'Override'} ${name}`}>
            {gap ? 'Find somebody' : 'Override'}
          </Link>
        ) : null}
      </span>
    </li>
  );
}
