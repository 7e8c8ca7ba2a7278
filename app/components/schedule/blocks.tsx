// biome-ignore-all lint/a11y/noSvgWithoutTitle: each bar has its title, inside of its link
import { Link } from '~/lib/rr';
import styles from './blocks.module.css';
import type { Block } from './timeline-model';

const LANE = 44;
const HEIGHT = 40;

/** The hatchings: what tells an override and a gap from a shift without colour. They are drawn once for a page. */
export function Patterns() {
  return (
    <svg width="0" height="0" aria-hidden="true" className={styles.patterns}>
      <defs>
        <pattern id="hatch-override" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2" height="8" className={styles.overrideHatch} />
        </pattern>
        <pattern id="hatch-gap" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect width="2.5" height="7" className={styles.gapHatch} />
        </pattern>
      </defs>
    </svg>
  );
}

/** Bars of one row, each a link with everything in its name; without an address they are only drawn. */
export const Blocks = ({ blocks }: { blocks: readonly Block[] }) => (
  <>
    {blocks.map((block) => (
      <Bar key={block.key} block={block} />
    ))}
  </>
);

function Bar({ block }: { block: Block }) {
  const { kind, x, width, lane, hue, text, hours, room, name, label, to } = block;
  const bar = (
    <>
      <title>{name}</title>
      <rect width="100%" height="100%" className={styles.ground} />
      {kind === 'shift' ? null : <rect width="100%" height="100%" fill={`url(#hatch-${kind})`} />}
      <rect width="3" height="100%" className={styles.edge} />
      {room === 'none' ? null : room === 'initials' ? (
        <text x="50%" y="24" textAnchor="middle" className={styles.initials}>
          {text}
        </text>
      ) : room === 'short' ? (
        <>
          <text x="50%" y="17" textAnchor="middle" className={styles.initials}>
            {text}
          </text>{' '}
          <text x="50%" y="33" dx="1" textAnchor="middle" className={styles.hours}>
            {hours}
          </text>
        </>
      ) : (
        <>
          <text x="9" y="17" className={styles.who}>
            {text}
          </text>{' '}
          <text x="9" y="33" className={styles.hours}>
            {hours}
          </text>
        </>
      )}
      <rect width="100%" height="100%" className={styles.focus} />
    </>
  );
  return (
    <svg
      x={`${x}%`}
      y={lane * LANE + 6}
      width={`${width}%`}
      height={HEIGHT}
      className={styles.block}
      data-kind={kind}
      data-hue={hue ?? undefined}
    >
      {to ? (
        <Link to={to} aria-label={label} className={styles.link}>
          {bar}
        </Link>
      ) : (
        <g>{bar}</g>
      )}
    </svg>
  );
}
