import type { Urgency } from '../../domain/incident/incident';
import styles from './urgency-badge.module.css';

export const URGENCY_WORDS: Record<Urgency, string> = { HIGH: 'High', MEDIUM: 'Medium', LOW: 'Low' };

/** How hard we notify: a bar and a word. */
export function UrgencyBadge({ urgency }: { urgency: Urgency }) {
  return (
    <span className={styles.badge} data-urgency={urgency}>
      {URGENCY_WORDS[urgency]}
    </span>
  );
}
