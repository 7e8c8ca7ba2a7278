import { useClock } from '~/lib/clock';
import type { Named } from '~/lib/operations';
import type { Policy } from '~/lib/paging';
import { Link } from '~/lib/rr';
import { countOf } from '~/lib/time';
import { DefinitionList } from '~/ui/definition-list';
import { EmptyState, Section } from '~/ui/page';
import { Time } from '~/ui/time';
import { servicePath } from '../service/words';
import styles from './policy-facts.module.css';
import { lengthOf } from './sentences';
import { type TargetChoices, targetName } from './targets';
import { policyPath } from './words';

type Props = { policy: Policy; services: readonly Named[]; choices: TargetChoices; mayWrite: boolean };

/** How a policy is set besides its steps, and which services follow it. */
export function PolicyFacts({ policy, services, choices, mayWrite }: Props) {
  const { locale } = useClock();
  const { repeat, repeatAfterSeconds, lastResort, updatedAt } = policy;
  return (
    <>
      <Section title="Used by">
        {services.length === 0 ? (
          <EmptyState>No service follows this policy.</EmptyState>
        ) : (
          <ul>
            {services.map(({ id, name }) => (
              <li key={id} className={styles.service}>
                <Link to={servicePath(id)}>{name}</Link>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Facts">
        <DefinitionList
          facts={[
            ['Repeats', repeat === 0 ? 'Not at all' : countOf(repeat, locale, 'time', 'times')],
            ['Pause', `${lengthOf(repeatAfterSeconds, locale)} after the last step`],
            [
              'Last resort',
              lastResort.length > 0
                ? lastResort.map((target) => targetName(target, choices)).join(', ')
                : 'The organisation’s',
            ],
            ['Changed', <Time key="changed" at={updatedAt} />],
          ]}
        />
      </Section>
      {mayWrite ? <Link to={`${policyPath(policy.id)}/delete`}>Delete this policy</Link> : null}
    </>
  );
}
