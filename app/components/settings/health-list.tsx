import { useClock } from '~/lib/clock';
import { Glyph, type GlyphName } from '~/ui/glyph';
import type { HealthReport, Level } from '../../../domain/health/health';
import { healthLines } from './health-lines';
import styles from './health-list.module.css';

const LEVELS: Record<Level, { glyph: GlyphName; word: string }> = {
  ok: { glyph: 'check', word: 'Well' },
  warning: { glyph: 'warning', word: 'Look' },
  danger: { glyph: 'open', word: 'Act' },
};

/** How each part of the installation stands: a shape, a word, a figure, and what to do. */
export function HealthList({ report }: { report: HealthReport }) {
  const clock = useClock();
  return (
    <ul className={styles.list}>
      {healthLines(report, clock).map(({ name, level, value, advice }) => (
        <li key={name} className={styles.line} data-level={level}>
          <p className={styles.name}>{name}</p>
          <p className={styles.level}>
            <Glyph name={LEVELS[level].glyph} />
            {LEVELS[level].word}
          </p>
          <div className={styles.value}>
            <p suppressHydrationWarning>{value}</p>
            {advice ? (
              <p className={styles.advice} suppressHydrationWarning>
                {advice}
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
