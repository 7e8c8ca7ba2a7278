import { type Instant, MINUTE } from '../shared/time';
import { type Change, clearTimer, logAsActor, setTimer } from './change';
import { PAUSABLE_TIMERS, type PausedWait } from './timers';

/** A pause ends by itself: a page that nobody remembers to resume would be a lost one. */
export const DEFAULT_PAUSE_MINUTES = 30;
export const MAX_PAUSE_MINUTES = 24 * 60;

/**
 * Holds the policy: steps, rungs and the last resort wait, messages that are out stay out. What each wait had left is
 * kept and runs on from there when it is resumed, by hand or at `until`. A second pause only moves its end.
 */
export function pause(change: Change, until: Instant, reason: string | null): void {
  const { state, now } = change;
  const waits: PausedWait[] = state.paused?.waits ?? [];
  for (const timer of Object.values(state.timers)) {
    if (!PAUSABLE_TIMERS.includes(timer.kind)) continue;
    waits.push({ timer, leftMs: Math.max(timer.at - now, 0) });
    clearTimer(change, timer.id);
  }
  state.paused = { since: state.paused?.since ?? now, until, waits };
  logAsActor(change, 'paused', { until, reason });
  setTimer(change, { id: 'pause-end', kind: 'pause-end', at: until });
}

/** Goes on where it was held; what became due meanwhile is due now. */
export function resume(change: Change, log: (change: Change) => void): void {
  const { state, now } = change;
  const waits = state.paused?.waits ?? [];
  state.paused = null;
  clearTimer(change, 'pause-end');
  log(change);
  for (const { timer, leftMs } of waits) {
    // Something that has been started since, by hand, stands in its place.
    if (!state.timers[timer.id]) setTimer(change, { ...timer, at: now + leftMs });
  }
}

/** Until when a pause of so many minutes holds. */
export const pauseEnd = (now: Instant, minutes = DEFAULT_PAUSE_MINUTES): Instant => now + minutes * MINUTE;
