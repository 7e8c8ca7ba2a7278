import type { Urgency } from '../incident/incident';
import { exactly } from './fields';

/**
 * Words whose urgency is plain wherever a person chose the word (labels, tags, custom fields).
 * Vendors with a fixed list of their own have their own map beside their adapter.
 */
export const COMMON_SEVERITIES: Readonly<Record<string, Urgency>> = {
  critical: 'HIGH',
  crit: 'HIGH',
  fatal: 'HIGH',
  error: 'HIGH',
  err: 'HIGH',
  down: 'HIGH',
  disaster: 'HIGH',
  page: 'HIGH',
  emergency: 'HIGH',
  emerg: 'HIGH',
  alert: 'HIGH',
  high: 'HIGH',
  major: 'HIGH',
  severe: 'HIGH',
  blocker: 'HIGH',
  p0: 'HIGH',
  p1: 'HIGH',
  p2: 'HIGH',
  sev0: 'HIGH',
  sev1: 'HIGH',
  sev2: 'HIGH',
  s1: 'HIGH',
  s2: 'HIGH',
  warning: 'MEDIUM',
  warn: 'MEDIUM',
  medium: 'MEDIUM',
  moderate: 'MEDIUM',
  minor: 'MEDIUM',
  degraded: 'MEDIUM',
  average: 'MEDIUM',
  p3: 'MEDIUM',
  sev3: 'MEDIUM',
  s3: 'MEDIUM',
  info: 'LOW',
  information: 'LOW',
  informational: 'LOW',
  notice: 'LOW',
  low: 'LOW',
  debug: 'LOW',
  none: 'LOW',
  p4: 'LOW',
  p5: 'LOW',
  sev4: 'LOW',
  sev5: 'LOW',
  s4: 'LOW',
};

/** Priorities written with or without their letter: "P1", "p2", 3. */
export const PRIORITY_NUMBERS: Readonly<Record<string, Urgency>> = {
  p1: 'HIGH',
  p2: 'HIGH',
  p3: 'MEDIUM',
  p4: 'LOW',
  p5: 'LOW',
  1: 'HIGH',
  2: 'HIGH',
  3: 'MEDIUM',
  4: 'LOW',
  5: 'LOW',
};

/** Urgency of a word by an exact map (the common one unless told); null for an unknown word. */
export const urgencyOf = (
  word: string | null,
  map: Readonly<Record<string, Urgency>> = COMMON_SEVERITIES,
): Urgency | null => exactly(map, word);
