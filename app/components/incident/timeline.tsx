import { useClock } from '~/lib/clock';
import type { ChangeOfService } from '~/lib/heartbeats';
import { Button } from '~/ui/button';
import { Glyph } from '~/ui/glyph';
import { Logbook, LogLine } from '~/ui/logbook';
import { Markdown } from '~/ui/markdown';
import { EmptyState } from '~/ui/page';
import type { TimelineEntry } from '../../../domain/incident/timeline';
import type { Instant } from '../../../domain/shared/time';
import { ActionForm } from './action-form';
import { ChangeLine } from './change-line';
import { NoteEdit } from './note-edit';
import { human } from './teller';
import styles from './timeline.module.css';
import { timelineSentence } from './timeline-sentence';

/** Bodies of notes, ready as safe HTML, by the note's id. */
export type NoteHtml = Record<string, string>;
/** Notes whose text the reader may change, as it was written, by the note's id. */
export type OwnNotes = Record<string, string>;

type Props = {
  entries: readonly TimelineEntry[];
  /** Deploys and other changes of the service, which stand among the rest. */
  changes: readonly ChangeOfService[];
  openedAt: Instant;
  notes: NoteHtml;
  own?: OwnNotes;
  /** The line that can be taken back, and the button for it. */
  undo: { id: string; verb: string; word: string } | null;
};

/** The logbook: everything that happened, oldest first, one line each, a rule where a day breaks. */
export function Timeline({ entries, changes, openedAt, notes, own = {}, undo }: Props) {
  const items = itemsOf(entries, changes);
  if (items.length === 0) return <EmptyState>Nothing of this kind yet.</EmptyState>;
  return (
    <Logbook
      entries={items}
      atOf={({ at }) => at}
      line={({ entry, change }) =>
        change ? (
          <ChangeLine key={change.id} change={change} openedAt={openedAt} />
        ) : (
          <Line
            key={entry.id}
            entry={entry}
            note={entry.kind === 'note-added' ? notes[String(entry.detail.noteId)] : undefined}
            source={own[String(entry.detail.noteId)]}
            undo={undo?.id === entry.id ? undo : null}
          />
        )
      }
    />
  );
}

type Item = { at: Instant } & (
  | { entry: TimelineEntry; change?: undefined }
  | { change: ChangeOfService; entry?: undefined }
);

/** What was deployed stands where it happened; the entries keep their own order. */
function itemsOf(entries: readonly TimelineEntry[], changes: readonly ChangeOfService[]): Item[] {
  const items: Item[] = [
    ...changes.map((change) => ({ at: change.occurredAt, change })),
    ...entries.map((entry) => ({ at: entry.at, entry })),
  ];
  return items.toSorted((a, b) => a.at - b.at);
}

type LineProps = {
  entry: TimelineEntry;
  note: string | undefined;
  source: string | undefined;
  undo: Props['undo'];
};

function Line({ entry, note, source, undo }: LineProps) {
  const { subject, verb, detail, glyph, tone } = timelineSentence(entry, useClock());
  return (
    <LogLine
      at={entry.at}
      quiet={!human(entry)}
      glyph={
        <span className={styles.glyph} data-tone={tone}>
          <Glyph name={glyph} />
        </span>
      }
    >
      <p suppressHydrationWarning>
        <b>{subject}</b> {verb}
        {detail ? <span className={styles.detail}> · {detail}</span> : null}
      </p>
      {undo ? (
        <ActionForm verb={undo.verb} className={styles.undo}>
          <Button>{undo.word}</Button>
        </ActionForm>
      ) : null}
      {note ? <Markdown html={note} className={styles.note} /> : null}
      {note && source !== undefined ? <NoteEdit noteId={String(entry.detail.noteId)} body={source} /> : null}
    </LogLine>
  );
}
