import type { AlertAction } from '../ingest/adapter';
import { hashedId } from '../shared/hash';

/** What an inbox remembers of a dedup key. `open` is a hint: the incident is the authority (SEMANTICS 10). */
export type KeyEntry = { dedupKey: string; generation: number; incidentId: string; open: boolean };

/** What becomes of one alert event, always with the reason that the trace shows. */
export type Decision =
  | { kind: 'open'; generation: number; incidentId: string; reason: string }
  | { kind: 'forward'; action: 'trigger' | 'acknowledge' | 'resolve'; incidentId: string; reason: string }
  | { kind: 'record'; reason: string };

/** The same key always leads to the same incident, generation by generation. */
export const incidentIdOf = (inbox: string, dedupKey: string, generation: number): string =>
  hashedId('inc', [inbox, dedupKey, generation]);

/** The next incident of a key, when the last one has closed. */
export function openNext(inbox: string, dedupKey: string, entry: KeyEntry | null, reason: string): Decision {
  const generation = (entry?.generation ?? 0) + 1;
  return { kind: 'open', generation, incidentId: incidentIdOf(inbox, dedupKey, generation), reason };
}

/**
 * Trigger, acknowledge or resolve for a key: opens the next generation, goes to the open incident, or is only kept.
 * A resolve or acknowledge without an incident opens nothing (SEMANTICS 11).
 */
export function decideAlert(inbox: string, dedupKey: string, action: AlertAction, entry: KeyEntry | null): Decision {
  switch (action) {
    case 'trigger':
      if (!entry) return openNext(inbox, dedupKey, null, 'first alert with this key');
      if (!entry.open) return openNext(inbox, dedupKey, entry, 'the last incident of this key has closed');
      return { kind: 'forward', action, incidentId: entry.incidentId, reason: 'an incident is open for this key' };
    case 'acknowledge':
    case 'resolve':
      if (!entry?.open) return { kind: 'record', reason: 'no open incident for this key' };
      return { kind: 'forward', action, incidentId: entry.incidentId, reason: 'an incident is open for this key' };
    case 'ignored':
    case 'confirmed':
      return { kind: 'record', reason: action };
  }
}
