import type { IncidentFacts } from './facts';
import { isNeverAcknowledged, isQuick } from './measures';

/** What kept coming back: the incidents of one dedup key of one service. */
export type RepeatKey = {
  serviceId: string;
  dedupKey: string;
  incidents: number;
  alerts: number;
  interruptions: number;
  sleepHours: number;
  neverAcknowledged: number;
  quickResolved: number;
};

/** The same keys of several parts (days) together. */
export function addKeys(parts: readonly RepeatKey[]): RepeatKey[] {
  const sums = new Map<string, RepeatKey>();
  for (const part of parts) {
    const name = JSON.stringify([part.serviceId, part.dedupKey]);
    const sum = sums.get(name);
    if (!sum) {
      sums.set(name, { ...part });
      continue;
    }
    for (const count of COUNTS) sum[count] += part[count];
  }
  return [...sums.values()];
}

const COUNTS = [
  'incidents',
  'alerts',
  'interruptions',
  'sleepHours',
  'neverAcknowledged',
  'quickResolved',
] as const satisfies readonly (keyof RepeatKey)[];

export const keyOf = (facts: IncidentFacts): RepeatKey => ({
  serviceId: facts.serviceId,
  dedupKey: facts.dedupKey,
  incidents: 1,
  alerts: facts.alerts,
  interruptions: facts.interruptions.length,
  sleepHours: facts.interruptions.filter(({ hours }) => hours === 'sleep').length,
  neverAcknowledged: Number(isNeverAcknowledged(facts)),
  quickResolved: Number(isQuick(facts)),
});

/** The keys that interrupted most, then those with the most incidents; at most `limit`. */
export const worstKeys = (keys: readonly RepeatKey[], limit: number): RepeatKey[] =>
  keys
    .toSorted(
      (a, b) => b.interruptions - a.interruptions || b.incidents - a.incidents || a.dedupKey.localeCompare(b.dedupKey),
    )
    .slice(0, limit);

/** "3 alerts caused 70 % of night pages": how few keys make at least `share` of the interruptions in sleep hours. */
export function nightCulprits(keys: readonly RepeatKey[], share: number): { keys: number; part: number } | null {
  const nights = keys.map(({ sleepHours }) => sleepHours).filter((count) => count > 0);
  const all = nights.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  let found = 0;
  let taken = 0;
  for (const count of nights.toSorted((a, b) => b - a)) {
    if (taken >= all * share) break;
    found += 1;
    taken += count;
  }
  return { keys: found, part: taken / all };
}
