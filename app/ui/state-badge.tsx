import type { IncidentStatus } from '../../domain/incident/incident';
import { Glyph, type GlyphName } from './glyph';
import styles from './state-badge.module.css';

const STATES: Record<IncidentStatus, { glyph: GlyphName; word: string }> = {
  OPEN: { glyph: 'open', word: 'Open' },
  ESCALATED: { glyph: 'escalated', word: 'Escalated' },
  ACKNOWLEDGED: { glyph: 'acknowledged', word: 'Acknowledged' },
  SNOOZED: { glyph: 'snoozed', word: 'Snoozed' },
  SUPPRESSED: { glyph: 'suppressed', word: 'Suppressed' },
  RESOLVED: { glyph: 'resolved', word: 'Resolved' },
};

/** The state as a shape and a word; its colour only repeats them. */
export function StateBadge({ status }: { status: IncidentStatus }) {
  const { glyph, word } = STATES[status];
  return (
    <span className={styles.badge} data-status={status}>
      <Glyph name={glyph} />
      {word}
    </span>
  );
}

export const statusWord = (status: IncidentStatus): string => STATES[status].word;
