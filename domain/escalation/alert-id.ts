import { hashedId } from '../shared/hash';

/** An alert's id in an incident: the same key has the same one. */
export const alertId = (incidentId: string, { inbox, dedupKey }: { inbox: string; dedupKey: string }): string =>
  hashedId('alr', [incidentId, inbox, dedupKey]);
