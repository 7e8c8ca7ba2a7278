import { Glyph } from '~/ui/glyph';
import { Section } from '~/ui/page';
import type { Total } from './diff-words';
import styles from './preview.module.css';
import { type GridProps, TimelineGrid } from './timeline-grid';

export type Preview = {
  /** Why nothing can be shown, in words. */
  problems: string[];
  picture: (Pick<GridProps, 'rows' | 'ticks' | 'now' | 'clock'> & { gaps: string[]; moreGaps: number }) | null;
  /** null for a schedule that is not stored yet. */
  diff: { lines: { key: string; text: string }[]; more: number; totals: Total[] } | null;
};

/** What the schedule would be like if the form were saved now. */
export function PreviewSection({ preview: { problems, picture, diff } }: { preview: Preview }) {
  return (
    <Section title="Preview, two weeks" aside="nothing is saved yet">
      <div role="status" className={styles.state}>
        {problems.length > 0 ? (
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        ) : null}
        {picture && picture.gaps.length > 0 ? (
          <p className={styles.gaps}>
            <Glyph name="warning" /> Nobody would be on call {picture.gaps.join('; ')}
            {picture.moreGaps > 0 ? `; and ${picture.moreGaps} more times` : ''}.
          </p>
        ) : null}
        {picture && picture.gaps.length === 0 ? (
          <p>
            <Glyph name="resolved" className={styles.calm} /> Somebody is on call all the time.
          </p>
        ) : null}
      </div>
      {picture ? <TimelineGrid label="Preview" {...picture} /> : null}
      {diff ? <Diff diff={diff} /> : null}
    </Section>
  );
}

function Diff({ diff: { lines, more, totals } }: { diff: NonNullable<Preview['diff']> }) {
  return (
    <div className={styles.diff}>
      <h3>Who gains and loses hours in the next 30 days</h3>
      {lines.length === 0 ? <p className={styles.none}>Nobody: the same people are on call as before.</p> : null}
      {totals.length > 0 ? (
        <ul className={styles.totals}>
          {totals.map(({ name, gains, loses }) => (
            <li key={name}>
              <b>{name}</b> {[gains && `+${gains}`, loses && `−${loses}`].filter(Boolean).join(', ')}
            </li>
          ))}
        </ul>
      ) : null}
      <ul className={styles.lines}>
        {lines.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
      {more > 0 ? <p className={styles.none}>and {more} more.</p> : null}
    </div>
  );
}
