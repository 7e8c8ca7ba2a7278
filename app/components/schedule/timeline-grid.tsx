// biome-ignore-all lint/a11y/noSvgWithoutTitle: the name of a row stands beside it, and a title would pop up over its blocks
import { useMemo, useRef } from 'react';
import { Link, useNavigate } from '~/lib/rr';
import type { Zone } from '~/lib/time';
import type { Span } from '../../../domain/schedule/span';
import { Blocks, Patterns } from './blocks';
import type { Tick } from './head-model';
import { spanText } from './span-words';
import styles from './timeline-grid.module.css';
import type { GridRow } from './timeline-model';
import { useDrag } from './use-drag';
import { newOverridePath } from './words';

/** A drag across a row marks out an override of this schedule, and opens its form filled in. */
export type Draggable = { scheduleId: string; range: Span; step: number; zone: Zone; time?: string | undefined };

export type GridProps = {
  label: string;
  rows: readonly GridRow[];
  ticks: readonly Tick[];
  /** Where now is, in hundredths; null outside of what is shown. */
  now: number | null;
  /** Whose clock the hours are of. */
  clock: string;
  dayLink?: ((date: string) => string) | undefined;
  drag?: Draggable | undefined;
};

const HEAD = 40;
const LANE = 44;

/** The picture of a schedule: rows over one axis of time. The list beside it says the same in words. */
export function TimelineGrid({ label, rows, ticks, now, clock, dayLink, drag }: GridProps) {
  const box = useRef<HTMLElement>(null);
  useDragToOverride(box, drag);
  return (
    <section ref={box} aria-label={label} className={styles.frame}>
      <Patterns />
      <div className={styles.row}>
        <p className={styles.clock}>{clock}</p>
        <svg width="100%" height={HEAD} className={styles.head} aria-hidden={dayLink ? undefined : true}>
          {ticks.map((tick) => (
            <HeadTick key={tick.key} tick={tick} dayLink={dayLink} />
          ))}
          {now === null ? null : <circle cx={`${now}%`} cy={HEAD - 3} r="3" className={styles.nowDot} />}
        </svg>
      </div>
      {rows.map((row) => (
        <div key={row.key} className={styles.row} data-row={row.key === 'final' ? 'final' : undefined}>
          <div className={styles.title}>
            <p>{row.title}</p>
            {row.detail ? <p className={styles.detail}>{row.detail}</p> : null}
          </div>
          <svg
            width="100%"
            height={row.lanes * LANE + 8}
            className={styles.track}
            data-track={drag ? row.key : undefined}
          >
            {ticks.map(({ key, x, isToday, mark }) => (
              <line
                key={key}
                x1={`${x}%`}
                x2={`${x}%`}
                y1="0"
                y2="100%"
                className={styles.line}
                data-mark={mark ? '' : undefined}
                data-today={isToday ? '' : undefined}
              />
            ))}
            <Blocks blocks={row.blocks} />
            {now === null ? null : <line x1={`${now}%`} x2={`${now}%`} y1="0" y2="100%" className={styles.now} />}
          </svg>
        </div>
      ))}
    </section>
  );
}

function useDragToOverride(box: { readonly current: HTMLElement | null }, drag: Draggable | undefined): void {
  const navigate = useNavigate();
  // Fresh data of the same view must not end a drag that is under way.
  const key = drag ? JSON.stringify(drag) : null;
  const marked = useMemo(() => {
    if (key === null) return null;
    const { scheduleId, range, step, zone, time }: Draggable = JSON.parse(key);
    return {
      range,
      step,
      label: (span: Span) => spanText(span, zone),
      onSelect: (span: Span) => navigate(newOverridePath(scheduleId, { ...span, time })),
      className: styles.selection ?? '',
    };
  }, [key, navigate]);
  useDrag(box, marked);
}

function HeadTick({ tick, dayLink }: { tick: Tick; dayLink: GridProps['dayLink'] }) {
  const { x, text, under, mark, name, isToday, date } = tick;
  const words = (
    <>
      <text x="4" y="16" className={styles.tick} data-today={isToday ? '' : undefined}>
        {text}
      </text>{' '}
      {under || mark ? (
        <text x="4" y="32" className={styles.under} data-mark={mark ? '' : undefined}>
          {mark ?? under}
        </text>
      ) : null}
    </>
  );
  return (
    <svg x={`${x}%`} y="0" overflow="visible">
      {dayLink && date ? (
        <Link to={dayLink(date)} aria-label={[text, mark ?? under, name].filter(Boolean).join(' ')} preventScrollReset>
          <rect x="0" y="0" width="24" height="36" className={styles.target} />
          {words}
        </Link>
      ) : (
        words
      )}
    </svg>
  );
}
