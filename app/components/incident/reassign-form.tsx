import type { Refusal } from '~/lib/failure';
import type { Named } from '~/lib/operations';
import { Button } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { ActionForm } from './action-form';
import styles from './action-menu.module.css';
import { personChoices } from './person-choices';

type Props = { people: { users: readonly Named[]; teams: readonly Named[] }; refusal: Refusal | undefined };

/** Hands the incident to a person or a team, who are paged. */
export function ReassignForm({ people, refusal }: Props) {
  const error = refusal?.errors.userId ?? refusal?.errors.teamId;
  return (
    <ActionForm verb="reassign" className={styles.stack}>
      <Combobox
        label="Reassign to"
        name="assignee"
        required
        error={error}
        placeholder="Choose"
        defaultValue={refusal?.values.assignee ?? ''}
        groups={personChoices(people)}
      />
      <Button>Reassign and page</Button>
    </ActionForm>
  );
}
