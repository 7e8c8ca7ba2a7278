import { fieldTextOf, instantOf } from '~/components/escalation-policy/moment-field';
import type { Zone } from '~/lib/time';
import { type Instant, parseInstant, toIso } from '../../../domain/shared/time';

/** An override as its form holds it; times are wall clocks of the form's zone. */
export type OverrideValues = { userId: string; other: string; replacesUserId: string; start: string; end: string };

/** Nobody on purpose, and somebody who has no turn in the schedule: the choices that are no person. */
export const NOBODY = 'nobody';
export const OTHER = 'other';

type Stored = { userId: string | null; replacesUserId: string | null; start: Instant; end: Instant };

export function valuesOf({ userId, replacesUserId, start, end }: Stored, zone: Zone): OverrideValues {
  return {
    userId: userId ?? NOBODY,
    other: '',
    replacesUserId: replacesUserId ?? '',
    start: fieldTextOf(start, zone),
    end: fieldTextOf(end, zone),
  };
}

/** What was typed, as the operation's schema takes it; also instants, which an undo sends. */
export function overrideInputOf({ userId, other, replacesUserId, start, end }: OverrideValues, zone: Zone) {
  const chosen = userId === OTHER ? other : userId;
  return {
    userId: chosen === NOBODY ? null : chosen || undefined,
    replacesUserId: replacesUserId || null,
    start: isoOf(start, zone),
    end: isoOf(end, zone),
  };
}

function isoOf(text: string, zone: Zone): string {
  const at = parseInstant(text) ?? instantOf(text, zone);
  return at === null ? '' : toIso(at);
}

/** What people read where the schema's words are meant for programs. */
export const OVERRIDE_SAYS: Record<string, string> = {
  userId: 'Choose who is on call.',
  replacesUserId: 'Choose whom to replace.',
  start: 'Give the day and time at which it begins.',
  end: 'Give a day and time later than the start.',
};
