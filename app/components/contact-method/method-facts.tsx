import { CHANNEL_NAMES } from '~/components/escalation-policy/sentences';
import styles from './method-facts.module.css';
import { MethodProblem } from './method-problem';
import { MethodState } from './method-state';
import { addressOf, type Method } from './words';

/** The ways to reach somebody, to look at. */
export function MethodFacts({ methods, name }: { methods: readonly Method[]; name: string }) {
  if (methods.length === 0) return <p className={styles.none}>{name} has no contact method.</p>;
  return (
    <ul>
      {methods.map((method) => (
        <li key={method.id} className={styles.method}>
          <span className={styles.kind}>{CHANNEL_NAMES[method.kind]}</span>
          <div className={styles.address}>
            {addressOf(method)}
            <MethodProblem method={method} />
          </div>
          <MethodState method={method} />
        </li>
      ))}
    </ul>
  );
}
