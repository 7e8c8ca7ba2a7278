import type { IncidentStatus } from './incident';
import type { Verb } from './lifecycle';

/**
 * The verb that leads from one status to another; null where it is so already. What the lifecycle does not allow from
 * there is refused by the verb itself, in its own words.
 */
export function verbFor(from: IncidentStatus, to: IncidentStatus): Verb | null {
  if (from === to) return null;
  switch (to) {
    case 'ACKNOWLEDGED':
      return 'acknowledge';
    case 'RESOLVED':
      return 'resolve';
    case 'SNOOZED':
      return 'snooze';
    case 'ESCALATED':
      return 'escalate';
    case 'SUPPRESSED':
      return 'suppress';
    case 'OPEN':
      if (from === 'SNOOZED') return 'unsnooze';
      return from === 'SUPPRESSED' ? 'unsuppress' : 'reopen';
  }
}
