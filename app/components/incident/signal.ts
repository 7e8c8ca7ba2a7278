import type { IncidentSummary } from '../../../domain/incident/view';

/** What the square in the browser tab tells: something waits for a person, someone is on it, or neither. */
export function signalOf(incidents: readonly Pick<IncidentSummary, 'status'>[]): 'open' | 'acknowledged' | 'calm' {
  if (incidents.some(({ status }) => status === 'OPEN' || status === 'ESCALATED')) return 'open';
  return incidents.some(({ status }) => status === 'ACKNOWLEDGED') ? 'acknowledged' : 'calm';
}
