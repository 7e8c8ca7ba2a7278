import { useEffect, useState } from 'react';
import type { Refusal } from '~/lib/failure';
import { keyed } from '~/lib/keyed';
import type { Named } from '~/lib/operations';
import { Form, useNavigation } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { Select } from '~/ui/field';
import { Menu } from '~/ui/menu';
import menu from './action-menu.module.css';
import styles from './bulk-bar.module.css';
import { BulkMore } from './bulk-more';
import { type MergeTarget, mergeOption } from './merge-form';
import { personChoices } from './person-choices';

/** The ticks of the table belong to this form wherever they stand. */
export const BULK_FORM = 'bulk';
const TICKS = `input[name="ids"][form="${BULK_FORM}"]`;
const ticks = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>(TICKS)];

const LENGTHS = [
  ['30', '30 minutes'],
  ['60', '1 hour'],
  ['240', '4 hours'],
  ['morning', 'Until 09:00 my time'],
] as const;

type Props = {
  people: { users: readonly Named[]; teams: readonly Named[] };
  mergeTargets: readonly MergeTarget[];
  refusal: Refusal | undefined;
};

/** What can be done to all ticked lines at once. It comes in sight with the first tick, without scripts too. */
export function BulkBar({ people, mergeTargets, refusal }: Props) {
  const isBusy = useNavigation().formData?.has('ids') ?? false;
  return (
    <Form
      method="post"
      id={BULK_FORM}
      className={styles.bar}
      aria-label="What to do with the ticked incidents"
      aria-busy={isBusy || undefined}
      preventScrollReset
    >
      <Count />
      <Button name="verb" value="acknowledge" {...keyed('a', 'Acknowledge what is ticked')}>
        Acknowledge
      </Button>
      <Button name="verb" value="resolve" {...keyed('r', 'Resolve what is ticked')}>
        Resolve
      </Button>
      <Button name="verb" value="escalate" {...keyed('e', 'Escalate what is ticked')}>
        Escalate
      </Button>
      <Menu label="Snooze" group="bulk" keys="s">
        <div className={menu.stack}>
          <Select label="Nobody is paged for" name="minutes" defaultValue={refusal?.values.minutes ?? '60'}>
            {LENGTHS.map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </Select>
          <Button name="verb" value="snooze">
            Snooze what is ticked
          </Button>
        </div>
      </Menu>
      <Menu label="Reassign" group="bulk" open={Boolean(refusal?.errors.assignee)}>
        <div className={menu.stack}>
          <Combobox
            label="Reassign to"
            name="assignee"
            placeholder="Choose"
            error={refusal?.errors.assignee}
            groups={personChoices(people)}
          />
          <Button name="verb" value="reassign">
            Reassign and page
          </Button>
        </div>
      </Menu>
      <BulkMore refusal={refusal} />
      {mergeTargets.length > 1 ? (
        <Menu label="Merge" group="bulk" open={Boolean(refusal?.errors.into)}>
          <div className={menu.stack}>
            <Combobox
              label="Merge into"
              name="into"
              placeholder="One of these incidents"
              error={refusal?.errors.into}
              groups={[{ options: mergeTargets.map(mergeOption) }]}
            />
            <Button name="verb" value="merge">
              Merge what is ticked
            </Button>
          </div>
        </Menu>
      ) : null}
    </Form>
  );
}

/** How many are ticked, and the rest of the page with one press. Counting needs scripts; ticking does not. */
function Count() {
  const [count, setCount] = useState<{ ticked: number; all: number } | null>(null);
  useEffect(() => {
    const look = () => setCount({ ticked: ticks().filter(({ checked }) => checked).length, all: ticks().length });
    look();
    document.addEventListener('change', look);
    return () => document.removeEventListener('change', look);
  }, []);
  if (!count || count.ticked === 0) return <span className={styles.count}>With what is ticked:</span>;
  const isAll = count.ticked === count.all;
  const set = (checked: boolean) => {
    for (const tick of ticks()) tick.checked = checked;
    document.dispatchEvent(new Event('change'));
  };
  return (
    <>
      <span role="status" className={styles.count}>
        {count.ticked} ticked
      </span>
      <Button type="button" look="quiet" onClick={() => set(!isAll)}>
        {isAll ? 'Untick all' : `Tick all ${count.all}`}
      </Button>
    </>
  );
}
