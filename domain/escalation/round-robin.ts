import { sha256Hex } from '../shared/hash';

/**
 * Whose turn it is among `people`, in order: spread over incidents by the hash of their ids, one further with each
 * cycle. No shared counter, so that a turn can be told from the incident alone (SEMANTICS 26).
 */
export function takeTurn<T>(people: readonly T[], incidentId: string, cycle: number): T | undefined {
  const first = Number.parseInt(sha256Hex(incidentId).slice(0, 8), 16);
  return people[(first + cycle - 1) % people.length];
}
