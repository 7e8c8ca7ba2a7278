import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import { Button } from '~/ui/button';
import { Textarea } from '~/ui/field';
import { ActionForm } from './action-form';
import styles from './action-menu.module.css';

/** Resolves at once; the note is for whoever meets the same trouble next. */
export function ResolveForm({ refusal }: { refusal: Refusal | undefined }) {
  return (
    <ActionForm verb="resolve" className={styles.stack}>
      <Textarea label="What fixed it (optional)" rows={2} maxLength={10_000} {...fieldOf(refusal, 'note')} />
      <Button look="primary">Resolve now</Button>
    </ActionForm>
  );
}
