import type { Integration } from '~/lib/integrations';
import { Section } from '~/ui/page';
import styles from './integration-page.module.css';

const OUTCOMES = {
  page: 'pages',
  suppress: 'opens suppressed, pages nobody',
  record: 'only recorded',
  drop: 'dropped',
} as const;

/** The rules in their order, in words. They are set by the API. */
export function Rules({ rules }: { rules: Integration['routingRules'] }) {
  if (rules.length === 0) return null;
  return (
    <Section title="Routing rules">
      <ol className={styles.rules}>
        {rules.map(({ name, outcome, urgency, serviceId }) => (
          <li key={name}>
            {name}: {OUTCOMES[outcome]}
            {serviceId ? ', another service' : ''}
            {urgency ? `, ${urgency.toLowerCase()} urgency` : ''}
          </li>
        ))}
      </ol>
      <p className={styles.about}>The first that holds decides; the log says which. They are set by the API.</p>
    </Section>
  );
}
