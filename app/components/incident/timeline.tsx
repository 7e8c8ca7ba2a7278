import { useClock } from '~/lib/clock';
import { dayKey, dayName } from '~/lib/time';
import { Button } from '~/ui/button';
import { Glyph } from '~/ui/glyph';
import { ClockTime } from '~/ui/time';
import type { TimelineEntry } from '../../../domain/incident/timeline';
import { ActionForm } from './action-form';
import styles from './timeline.module.css';
import { human, timelineSentence } from './timeline-sentence';

/** Bodies of notes, ready as safe HTML, by the note's id. */
export type NoteHtml = Record<string, string>;

type Props = {
  entries: readonly TimelineEntry[];
  notes: NoteHtml;
  /** The line that can be taken back, and the button for it. */
  undo: { id: string; verb: string; word: string } | null;
};

/** The logbook: everything that happened, oldest first, one line each, a rule where a day breaks. */
export function Timeline({ entries, notes, undo }: Props) {
  const clock = useClock();
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const day = dayKey(entry.at, clock);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return (
    <>
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={dayName(ofDay[0]?.at ?? clock.now, clock)}>
          <h3 className={styles.day} suppressHydrationWarning>
            {dayName(ofDay[0]?.at ?? clock.now, clock)}
          </h3>
          <ol className={styles.timeline}>
            {ofDay.map((entry) => (
              <Line
                key={entry.id}
                entry={entry}
                note={notes[String(entry.detail.noteId)]}
                undo={undo?.id === entry.id ? undo : null}
              />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

type LineProps = { entry: TimelineEntry; note: string | undefined; undo: Props['undo'] };

function Line({ entry, note, undo }: LineProps) {
  const { subject, verb, detail, glyph, tone } = timelineSentence(entry, useClock());
  return (
    <li className={styles.line} data-human={human(entry) || undefined}>
      <span className={styles.gutter}>
        <ClockTime at={entry.at} />
      </span>
      <span className={styles.glyph} data-tone={tone}>
        <Glyph name={glyph} />
      </span>
      <div className={styles.text}>
        <p suppressHydrationWarning>
          <b>{subject}</b> {verb}
          {detail ? <span className={styles.detail}> · {detail}</span> : null}
        </p>
        {undo ? (
          <ActionForm verb={undo.verb} className={styles.undo}>
            <Button>{undo.word}</Button>
          </ActionForm>
        ) : null}
        {note ? (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: made on the server from markdown, raw HTML in it escaped
          <div className={styles.note} dangerouslySetInnerHTML={{ __html: note }} />
        ) : null}
      </div>
    </li>
  );
}
