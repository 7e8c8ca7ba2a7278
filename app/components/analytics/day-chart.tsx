import { useClock } from '~/lib/clock';
import { weekly } from './bars';
import styles from './day-chart.module.css';
import { dayWords, numberWords } from './words';

/** `part` is the lower part of `all`, drawn filled where there is one; without it all of a bar is. */
export type ChartDay = { day: number; all: number; part?: number };

type Props = { label: string; days: readonly ChartDay[]; unit: string; partUnit?: string };

const WIDTH = 480;
const HEIGHT = 120;
const TOP = 20;
const BOTTOM = 20;
/** Of one character of the scale, and of the room beside it. */
const CHARACTER = 8;
const MARGIN = 10;

/** Bars over time, drawn on the server: one a day, or one a week where days would be too thin. With a table of the same. */
export function DayChart({ label, days, unit, partUnit }: Props) {
  const { locale } = useClock();
  const { bars, isWeekly } = weekly(days);
  const most = Math.max(1, ...bars.map(({ all }) => all));
  const top = numberWords(most, locale);
  // As wide as what stands there: 1,829 is cut off where 322 fits.
  const left = MARGIN + Math.max(3, top.length) * CHARACTER;
  const total = days.reduce((sum, { all }) => sum + all, 0);
  const step = (WIDTH - left) / bars.length;
  const width = Math.max(1, step * 0.72);
  const room = HEIGHT - TOP - BOTTOM;
  const y = (value: number): number => HEIGHT - BOTTOM - (value / most) * room;
  const each = isWeekly ? 'a week' : 'a day';
  return (
    <figure className={styles.chart}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${label}: ${numberWords(total, locale)} ${unit} in all, at most ${numberWords(most, locale)} ${each}`}
      >
        <line className={styles.grid} x1={left} x2={WIDTH} y1={TOP} y2={TOP} />
        <line className={styles.grid} x1={left} x2={WIDTH} y1={TOP + room / 2} y2={TOP + room / 2} />
        <text className={styles.label} x={left - 8} y={TOP + 4} textAnchor="end">
          {top}
        </text>
        {bars.map(({ day, all, part }, i) => {
          const x = left + i * step + (step - width) / 2;
          return (
            <g key={day}>
              {part === undefined ? null : (
                <rect className={styles.part} x={x} y={y(all)} width={width} height={y(0) - y(all)} />
              )}
              <rect
                className={styles.bar}
                x={x}
                y={y(part ?? all)}
                width={width}
                height={Math.max(0, y(0) - y(part ?? all))}
              />
            </g>
          );
        })}
        <line className={styles.base} x1={left} x2={WIDTH} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
        <text className={styles.label} x={left} y={HEIGHT - 4}>
          {dayWords(days[0]?.day ?? 0, locale)}
        </text>
        <text className={styles.label} x={WIDTH} y={HEIGHT - 4} textAnchor="end">
          {dayWords(days.at(-1)?.day ?? 0, locale)}
        </text>
      </svg>
      <figcaption className={styles.caption}>
        {unit[0]?.toUpperCase() + unit.slice(1)} {each}, in UTC{partUnit ? `; filled: ${partUnit}` : ''}.
      </figcaption>
      <details className={styles.table}>
        <summary>As a table</summary>
        <table aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{isWeekly ? 'Week from' : 'Day'}</th>
              <th scope="col">{unit}</th>
              {partUnit ? <th scope="col">{partUnit}</th> : null}
            </tr>
          </thead>
          <tbody>
            {bars.map(({ day, all, part }) => (
              <tr key={day}>
                <th scope="row">{dayWords(day, locale)}</th>
                <td>{numberWords(all, locale)}</td>
                {partUnit ? <td>{numberWords(part ?? 0, locale)}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
