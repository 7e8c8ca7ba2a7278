import type { Refusal } from '~/lib/failure';
import { Button } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import type { IncidentSummary } from '../../../domain/incident/view';
import { ActionForm } from './action-form';
import styles from './action-menu.module.css';
import { numberOf } from './words';

export type MergeTarget = Pick<IncidentSummary, 'id' | 'number' | 'title' | 'serviceName'>;
type Props = { targets: readonly MergeTarget[]; refusal: Refusal | undefined };

export const mergeOption = (target: MergeTarget) => ({
  value: target.id,
  word: `${numberOf(target)} ${target.title} (${target.serviceName})`,
});

/** Makes the incident part of another one that is open. */
export function MergeForm({ targets, refusal }: Props) {
  if (targets.length === 0) return null;
  return (
    <ActionForm verb="merge" className={styles.stack}>
      <Combobox
        label="Merge into"
        name="into"
        required
        error={refusal?.errors.into}
        placeholder="Another open incident"
        defaultValue={refusal?.values.into ?? ''}
        groups={[{ options: targets.map(mergeOption) }]}
      />
      <Button>Merge and stop paging here</Button>
    </ActionForm>
  );
}
