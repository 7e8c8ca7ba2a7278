import type { Integration } from '~/lib/integrations';
import { Link } from '~/lib/rr';
import { Section } from '~/ui/page';
import styles from './integration-page.module.css';
import { OUTCOME_WORDS } from './rule-words';

type Props = { rules: Integration['routingRules']; editAt: string | null };

/** The rules in their order, in words. */
export function Rules({ rules, editAt }: Props) {
  if (rules.length === 0 && !editAt) return null;
  const edit = editAt ? <Link to={editAt}>{rules.length > 0 ? 'Change' : 'Add a rule'}</Link> : null;
  return (
    <Section title="Routing rules" aside={edit}>
      {rules.length === 0 ? (
        <p className={styles.about}>None: every alert pages for this service.</p>
      ) : (
        <>
          <ol className={styles.rules}>
            {rules.map(({ name, outcome, urgency, serviceId }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rules may share a name; their place tells them apart
              <li key={`${index} ${name}`}>
                {name}: {OUTCOME_WORDS[outcome]}
                {serviceId ? ', another service' : ''}
                {urgency ? `, ${urgency.toLowerCase()} urgency` : ''}
              </li>
            ))}
          </ol>
          <p className={styles.about}>The first that holds decides; the log says which.</p>
        </>
      )}
    </Section>
  );
}
