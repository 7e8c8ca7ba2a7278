import type { ServiceSettings } from '../plan/plan';
import { MINUTE } from '../shared/time';

/**
 * An incident that does not page yet: it does after `seconds` if it still burns then (null: never by itself), or as soon
 * as more than so many events came within so many minutes. `reason` is what the logbook says.
 */
export type Hold = {
  seconds: number | null;
  more: { than: number; minutes: number } | null;
  reason: string;
};

type HoldSettings = Pick<ServiceSettings, 'holdBackSeconds' | 'holdBackCount' | 'holdBackMinutes'>;
type FlapSettings = Pick<ServiceSettings, 'flapLimit' | 'flapMinutes'>;

/** How a service holds back what is new; null: it pages at once. */
export function holdOf({ holdBackSeconds, holdBackCount, holdBackMinutes }: HoldSettings): Hold | null {
  const seconds = holdBackSeconds ?? null;
  const more = holdBackCount && holdBackMinutes ? { than: holdBackCount, minutes: holdBackMinutes } : null;
  if (seconds === null && !more) return null;
  const waits = [
    ...(seconds === null ? [] : [`it still burns after ${seconds} s`]),
    ...(more ? [`more than ${more.than} events come within ${more.minutes} min`] : []),
  ];
  return { seconds, more, reason: `the service pages only if ${waits.join(' or ')}` };
}

/** How far back openings of a key are remembered at most. */
export const KEPT_OPENINGS = 20;

/**
 * A key that opens again and again is held: it pages only if it stays open as long as it is watched for. `openings` are
 * the times it opened before. Null: it does not flap, or the service does not damp.
 */
export function flapHold(
  openings: readonly number[],
  { flapLimit, flapMinutes }: FlapSettings,
  now: number,
): Hold | null {
  if (!flapLimit || !flapMinutes) return null;
  const recent = openings.filter((at) => at > now - flapMinutes * MINUTE).length;
  if (recent < flapLimit) return null;
  const reason = `it flaps: ${recent} times open in ${flapMinutes} min; it pages if it stays open so long`;
  return { seconds: flapMinutes * 60, more: null, reason };
}
