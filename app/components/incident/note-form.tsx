import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import { keyed } from '~/lib/keyed';
import { Button } from '~/ui/button';
import { Textarea } from '~/ui/field';
import { ActionForm } from './action-form';
import styles from './note-form.module.css';

/** A note for everyone on the incident; it stands in the timeline for good. */
export function NoteForm({ refusal, written }: { refusal: Refusal | undefined; written: number }) {
  return (
    // A new key empties the box once its note has arrived in the timeline.
    <ActionForm key={written} verb="note" className={styles.form}>
      <Textarea
        label="Add a note"
        hint="Markdown works: **bold**, `code`, lists, links. @Name tells that person."
        required
        {...keyed('n', 'Write a note')}
        maxLength={10_000}
        {...fieldOf(refusal, 'body')}
      />
      <Button>Add note</Button>
    </ActionForm>
  );
}
