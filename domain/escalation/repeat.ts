import { type Change, clearTimer, setTimer } from './change';
import type { PendingRung } from './timers';

/** A push page is sent again so long after the first, until somebody answers (UX §3.6): it is quieter than a call. */
export const PUSH_REPEATS_MS = [30_000, 60_000, 120_000] as const;

type Rung = Pick<PendingRung, 'wave' | 'userId' | 'methodId' | 'rung'>;

const timerId = ({ wave, userId, methodId, rung }: Rung, repetition: number): string =>
  `repeat:${wave}:${userId}:${methodId}:${rung}:${repetition}`;

/** Arms the repetitions of a page that has just been made. Only of urgency HIGH: nothing less is worth waking for twice. */
export function repeatLater(change: Change, page: PendingRung): void {
  if (page.channel !== 'push' || change.state.urgency !== 'HIGH') return;
  for (const [index, wait] of PUSH_REPEATS_MS.entries()) {
    const repetition = index + 1;
    setTimer(change, { id: timerId(page, repetition), kind: 'repeat', at: change.now + wait, rung: page, repetition });
  }
}

/** Ends the repetitions of a page whose device cannot be reached. */
export function endRepeats(change: Change, page: Rung): void {
  for (const [index] of PUSH_REPEATS_MS.entries()) clearTimer(change, timerId(page, index + 1));
}
