import type { Named } from '~/lib/operations';
import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import type { Target, TargetKind } from '../../../domain/escalation/policy';
import styles from './target-list.module.css';

export type TargetChoices = Record<TargetKind, readonly Named[]>;

const KINDS: Record<TargetKind, { word: string; group: string }> = {
  USER: { word: 'person', group: 'People' },
  TEAM: { word: 'team', group: 'Teams' },
  SCHEDULE: { word: 'schedule', group: 'Schedules' },
};
const ORDER: TargetKind[] = ['SCHEDULE', 'TEAM', 'USER'];

/** Whom to page, one line each, with a button to take it out, and a list to add from. Works without scripts. */
export function TargetList({ targets, choices }: { targets: readonly Target[]; choices: TargetChoices }) {
  const chosen = new Set(targets.map(({ kind, id }) => `${kind}:${id}`));
  const nameOf = ({ kind, id }: Target): string =>
    choices[kind].find((one) => one.id === id)?.name ?? `a deleted ${KINDS[kind].word}`;
  return (
    <>
      <ul>
        {targets.map((target) => (
          <li key={`${target.kind}:${target.id}`} className={styles.target}>
            <span className={styles.kind}>{KINDS[target.kind].word}</span>
            <span>{nameOf(target)}</span>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="verb" value="remove-target" />
              <input type="hidden" name="target" value={`${target.kind}:${target.id}`} />
              <Button look="quiet" aria-label={`Remove ${nameOf(target)}`}>
                Remove
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form method="post" className={styles.add} preventScrollReset key={targets.length}>
        <input type="hidden" name="verb" value="add-target" />
        <Combobox
          label="Add to the last resort"
          name="target"
          required
          placeholder="Choose"
          groups={ORDER.map((kind) => ({
            label: KINDS[kind].group,
            options: choices[kind]
              .filter(({ id }) => !chosen.has(`${kind}:${id}`))
              .map(({ id, name }) => ({ value: `${kind}:${id}`, word: name })),
          })).filter(({ options }) => options.length > 0)}
        />
        <Button>Add</Button>
      </Form>
    </>
  );
}
