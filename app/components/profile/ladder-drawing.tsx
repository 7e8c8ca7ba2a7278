import { CHANNEL_NAMES } from '~/components/escalation-policy/sentences';
import { useClock } from '~/lib/clock';
import { amount } from '~/lib/time';
import { drawingOf } from './ladder';
import styles from './ladder-drawing.module.css';
import type { Rung } from './reach';

const LANE = 20;

/** When each method is used, on a line of minutes; the list beside it says the same in words. */
export function LadderDrawing({ label, rungs }: { label: string; rungs: readonly Rung[] }) {
  const { locale } = useClock();
  const { end, ticks, marks, lanes } = drawingOf(
    rungs.map(({ minutes, method }) => ({ minutes, word: CHANNEL_NAMES[method.kind] })),
  );
  const axis = lanes * LANE + 8;
  const percent = (at: number): string => `${at}%`;
  const sentence = marks.map(({ minutes, text }) => `${minutes} min: ${text}`).join('; ');
  return (
    <div className={styles.frame}>
      <svg role="img" aria-label={`${label}: ${sentence}`} width="100%" height={axis + 24} className={styles.drawing}>
        <line x1="0" x2="100%" y1={axis} y2={axis} className={styles.axis} />
        {ticks.map((tick, i) => (
          <g key={tick}>
            <line
              x1={percent((tick / end) * 100)}
              x2={percent((tick / end) * 100)}
              y1={axis}
              y2={axis + 4}
              className={styles.axis}
            />
            <text
              x={percent((tick / end) * 100)}
              y={axis + 18}
              textAnchor={i === 0 ? 'start' : i === ticks.length - 1 ? 'end' : 'middle'}
              className={styles.tick}
            >
              {i === ticks.length - 1 ? amount(tick, 'minute', locale) : tick}
            </text>
          </g>
        ))}
        {marks.map(({ minutes, text, at, lane, isLast }) => {
          const top = axis - lane * LANE - 12;
          return (
            <g key={minutes}>
              <line x1={percent(at)} x2={percent(at)} y1={top - 10} y2={axis} className={styles.lead} />
              <circle cx={percent(at)} cy={axis} r="4" className={styles.mark} />
              <text
                x={percent(at)}
                dx={isLast ? -6 : 6}
                y={top}
                textAnchor={isLast ? 'end' : 'start'}
                className={styles.word}
              >
                {text}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
