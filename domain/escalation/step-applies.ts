import type { Urgency } from '../incident/incident';
import type { Instant } from '../shared/time';
import type { EscalationStep } from './policy';
import { isInHours } from './working-hours';

/** Why a step is passed over for this urgency at this instant; null: it pages. */
export function reasonToSkip(step: Pick<EscalationStep, 'urgencies' | 'hours'>, urgency: Urgency, at: Instant) {
  const { urgencies, hours } = step;
  if (urgencies && !urgencies.includes(urgency)) return `it is not for ${urgency} urgency`;
  if (hours && isInHours(hours, at) !== (hours.when === 'inside')) {
    const { startTime, endTime, timezone } = hours;
    return `it pages only ${hours.when} ${startTime}–${endTime} in ${timezone}`;
  }
  return null;
}
