import { useClock } from '~/lib/clock';
import { headingOf, type Listing } from '~/lib/listing';
import type { Named } from '~/lib/operations';
import type { Policy } from '~/lib/paging';
import { listOf } from '~/lib/time';
import { Table } from '~/ui/table';
import styles from './policy-table.module.css';
import { lengthOf } from './sentences';
import { type TargetNames, targetName } from './targets';
import { policyPath } from './words';

export type ListedPolicy = Policy & { services: Named[] };

type Props = {
  policies: readonly ListedPolicy[];
  choices: TargetNames;
  listing: Listing<'name'>;
  mayWrite: boolean;
};

/** Escalation policies, a line each: their steps in short, and who uses them. */
export function PolicyTable({ policies, choices, listing, mayWrite }: Props) {
  const { locale } = useClock();
  const names = (services: readonly Named[]) =>
    listOf(
      services.map(({ name }) => name),
      locale,
    );
  return (
    <Table
      label="Escalation policies"
      rows={policies}
      keyOf={({ id }) => id}
      main={{
        label: 'Policy',
        sort: headingOf(listing, 'name', 'name'),
        to: ({ id }) => policyPath(id),
        text: ({ name }) => name,
      }}
      columns={[
        { label: 'Steps', width: 'xl', cell: (policy) => stepsInShort(policy, choices, locale) },
        {
          label: 'Used by',
          width: 'm',
          cell: ({ services }) =>
            services.length > 0 ? names(services) : <span className={styles.unused}>No service</span>,
        },
      ]}
      under={(policy) => stepsInShort(policy, choices, locale)}
      actions={
        mayWrite
          ? ({ id }) => [
              { to: `${policyPath(id)}/edit`, word: 'Edit' },
              { to: `${policyPath(id)}/delete`, word: 'Delete' },
            ]
          : undefined
      }
    />
  );
}

/** `schedule Payments weekly, after 5 min team Payments` */
function stepsInShort({ steps, repeat }: Policy, choices: TargetNames, locale: string): string {
  const told = steps.map(({ delaySeconds, targets }) => {
    const whom =
      targets.length > 0
        ? listOf(
            targets.map((target) => targetName(target, choices)),
            locale,
          )
        : 'nobody';
    return delaySeconds === 0 ? whom : `${lengthOf(delaySeconds, locale)} ${whom}`;
  });
  const again = repeat === 1 ? ', then again' : `, then again ${repeat} times`;
  return `${told.join(' → ')}${repeat > 0 ? again : ''}`;
}
