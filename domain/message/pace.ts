import { HOUR, type Instant, MINUTE, SECOND } from '../shared/time';
import type { MessageKind } from './kinds';

/** Kinds that people send to an address of their choice, so that nobody's phone becomes a toy and no bill grows. */
export type PacedKind = Extract<MessageKind, 'verification-code' | 'contact-method-test'>;

const PACE: Record<PacedKind, { every: number; mostAnHour: number }> = {
  'verification-code': { every: MINUTE, mostAnHour: 10 },
  'contact-method-test': { every: 10 * SECOND, mostAnHour: 30 },
};

/** One message of the kind to the person, within the last `HISTORY`. */
export type Sent = { to: string; at: Instant };
export const HISTORY = HOUR;

/** Seconds until the next message of the kind may go to this address; 0 for now. `sent` is the last hour of the person. */
export function waitSeconds(kind: PacedKind, to: string, sent: readonly Sent[], now: Instant): number {
  const { every, mostAnHour } = PACE[kind];
  const recent = sent.map(({ at }) => at).toSorted((a, b) => b - a);
  const nth = recent[mostAnHour - 1];
  const free = [
    ...sent.filter((one) => one.to === to).map(({ at }) => at + every),
    ...(nth === undefined ? [] : [nth + HISTORY]),
  ];
  return Math.max(0, Math.ceil((Math.max(now, ...free) - now) / SECOND));
}

/** Names the stretch of time in which one message of the kind may go to an address: of two made at once, one is refused. */
export const paceWindow = (kind: PacedKind, now: Instant): number => Math.floor(now / PACE[kind].every);
