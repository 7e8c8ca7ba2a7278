import type { ServiceSettings } from '../plan/plan';
import { hashedId } from '../shared/hash';
import { HOUR, type Instant, MINUTE } from '../shared/time';
import { flapHold, type Hold, holdOf } from './hold';

/** An incident that takes further alerts in, while it is open. */
export type Gathering = { incidentId: string; openedAt: Instant };

/** New incidents of a service since the start of a minute. */
export type Pace = { since: Instant; count: number };

/** What is known when an alert with a new key is to open an incident. */
export type PlaceCircumstances = {
  now: Instant;
  settings: ServiceSettings;
  /** The open incident of its group, and the one that a storm is told in; null: there is none. */
  group: Gathering | null;
  storm: Gathering | null;
  pace: Pace | null;
  /** When its key opened before. */
  openings: readonly Instant[];
};

/** Where the alert goes, always with the reason that trace and logbook show. */
export type Place =
  | { kind: 'own'; hold: Hold | null; reason: string | null }
  | { kind: 'join'; incidentId: string; reason: string }
  /** It opens the incident that the storm is told in. */
  | { kind: 'storm'; reason: string };

/** So long a storm is told in one incident; what goes on longer opens the next one, which pages again. */
export const STORM_INCIDENT_MS = HOUR;
const PACE_MS = MINUTE;

/** The name of an alert's group within an inbox: its service, and what its labels say; null: the service groups nothing. */
export function groupOf(
  serviceId: string,
  labels: Record<string, string>,
  { groupingMinutes, groupingLabels = [] }: Pick<ServiceSettings, 'groupingMinutes' | 'groupingLabels'>,
): string | null {
  if (!groupingMinutes) return null;
  return hashedId('grp', [serviceId, ...groupingLabels.flatMap((name) => [name, labels[name] ?? ''])]);
}

/** The pace with one more new incident in it. */
export const nextPace = (pace: Pace | null, now: Instant): Pace =>
  pace && now < pace.since + PACE_MS ? { ...pace, count: pace.count + 1 } : { since: now, count: 1 };

const sameLabels = (labels: readonly string[]): string =>
  labels.length > 0 ? `with the same ${labels.join(', ')} ` : '';

/**
 * Whether an alert with a new key opens an incident of its own, joins the one of its group, or is folded into that of a
 * storm, and whether it pages at once (FEATURES §1). Without settings: one of its own, which pages at once. Nothing is
 * ever refused.
 */
export function decidePlace({ now, settings, group, storm, pace, openings }: PlaceCircumstances): Place {
  const { groupingMinutes, groupingLabels = [], stormLimit } = settings;
  if (group && groupingMinutes && now - group.openedAt <= groupingMinutes * MINUTE) {
    const reason = `grouped: another alert ${sameLabels(groupingLabels)}came less than ${groupingMinutes} min before`;
    return { kind: 'join', incidentId: group.incidentId, reason };
  }
  const isTooMany =
    Boolean(stormLimit) && pace !== null && now < pace.since + PACE_MS && pace.count >= (stormLimit ?? 0);
  if (isTooMany) {
    const reason = `a storm: more than ${stormLimit} new incidents in a minute are told in one`;
    if (storm && now - storm.openedAt <= STORM_INCIDENT_MS)
      return { kind: 'join', incidentId: storm.incidentId, reason };
    return { kind: 'storm', reason };
  }
  const hold = flapHold(openings, settings, now) ?? holdOf(settings);
  return { kind: 'own', hold, reason: hold?.reason ?? null };
}
