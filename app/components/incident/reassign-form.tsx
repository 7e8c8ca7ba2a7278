import type { Refusal } from '~/lib/failure';
import type { Named } from '~/lib/operations';
import { Button } from '~/ui/button';
import { Select } from '~/ui/field';
import { ActionForm } from './action-form';
import styles from './action-menu.module.css';

type Props = { people: { users: readonly Named[]; teams: readonly Named[] }; refusal: Refusal | undefined };

/** Hands the incident to a person or a team, who are paged. */
export function ReassignForm({ people: { users, teams }, refusal }: Props) {
  const error = refusal?.errors.userId ?? refusal?.errors.teamId;
  return (
    <ActionForm verb="reassign" className={styles.stack}>
      <Select label="Reassign to" name="assignee" required error={error} defaultValue={refusal?.values.assignee ?? ''}>
        <option value="">Choose</option>
        <Choices label="People" kind="user" named={users} />
        <Choices label="Teams" kind="team" named={teams} />
      </Select>
      <Button>Reassign and page</Button>
    </ActionForm>
  );
}

function Choices({ label, kind, named }: { label: string; kind: 'user' | 'team'; named: readonly Named[] }) {
  if (named.length === 0) return null;
  return (
    <optgroup label={label}>
      {named.map(({ id, name }) => (
        <option key={id} value={`${kind}:${id}`}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
