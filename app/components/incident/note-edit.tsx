import { Button } from '~/ui/button';
import { Textarea } from '~/ui/field';
import { ActionForm } from './action-form';
import styles from './records.module.css';

/** One's own note can be put right; that it was edited stands in the timeline. */
export function NoteEdit({ noteId, body }: { noteId: string; body: string }) {
  return (
    <details>
      <summary className={styles.unfold}>Edit this note</summary>
      <ActionForm key={body} verb="edit-note" className={styles.form}>
        <input type="hidden" name="noteId" value={noteId} />
        <Textarea label="Note" name="body" rows={4} required maxLength={10_000} defaultValue={body} />
        <Button>Save note</Button>
      </ActionForm>
    </details>
  );
}
