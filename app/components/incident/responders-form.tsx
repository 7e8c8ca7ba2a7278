import type { Refusal } from '~/lib/failure';
import type { Named } from '~/lib/operations';
import { Button } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { Field } from '~/ui/field';
import { ActionForm } from './action-form';
import styles from './action-menu.module.css';
import { personChoices } from './person-choices';

type Props = { people: { users: readonly Named[]; teams: readonly Named[] }; refusal: Refusal | undefined };

/** Asks somebody to help: they are paged, and the incident stays whose it is. */
export function RespondersForm({ people, refusal }: Props) {
  const error = refusal?.errors.userIds ?? refusal?.errors['userIds/0'] ?? refusal?.errors['teamIds/0'];
  return (
    <ActionForm verb="responders" className={styles.stack}>
      <Combobox
        label="Ask for help"
        name="responder"
        required
        error={error}
        placeholder="Choose"
        defaultValue={refusal?.values.responder ?? ''}
        groups={personChoices(people)}
      />
      <Field
        label="What for"
        name="message"
        maxLength={500}
        autoComplete="off"
        defaultValue={refusal?.values.message ?? ''}
        error={refusal?.errors.message}
      />
      <Button>Page them</Button>
    </ActionForm>
  );
}
