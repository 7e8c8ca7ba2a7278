import type { Hold } from '../alert/hold';
import type { IncidentState } from '../incident/state';
import { type Instant, MINUTE, SECOND } from '../shared/time';
import { type Change, clearTimer, log, setTimer } from './change';
import { openAgain } from './open-again';

/** A hold under way: until when (null: not by time), and what counts towards an earlier end. */
export type HoldBack = {
  until: Instant | null;
  more: Hold['more'];
  /** Events within the minutes that count, the earliest first. */
  seen: { at: Instant; count: number }[];
};

const TIMER = 'hold-back-end';

/** The incident waits before it pages. It stands as SUPPRESSED meanwhile, so a person can have it page by hand. */
export function holdBack(change: Change, { seconds, more, reason }: Hold, count: number): void {
  const { state, now } = change;
  const until = seconds === null ? null : now + seconds * SECOND;
  state.status = 'SUPPRESSED';
  state.acknowledgedAt = null;
  state.holdBack = { until, more, seen: [{ at: now, count }] };
  log(change, 'held-back', { reason, ...(until === null ? {} : { until }) });
  if (until !== null) setTimer(change, { id: TIMER, kind: 'hold-back-end', at: until });
  countHeld(change, 0);
}

/** The wait is over and it still burns: it pages from step 1. */
export function endHoldBack(change: Change, reason: string): void {
  if (!change.state.holdBack) return;
  log(change, 'hold-back-ended', { reason });
  openAgain(change);
  dropHoldBack(change);
}

/** More events of a held incident: enough of them within the minutes end the wait. */
export function countHeld(change: Change, count: number): void {
  const { state, now } = change;
  const held = state.holdBack;
  if (!held?.more) return;
  const { than, minutes } = held.more;
  const seen = [...held.seen, ...(count > 0 ? [{ at: now, count }] : [])].filter(
    ({ at }) => at > now - minutes * MINUTE,
  );
  state.holdBack = { ...held, seen };
  const sum = seen.reduce((total, one) => total + one.count, 0);
  if (sum > than) endHoldBack(change, `${sum} events within ${minutes} min`);
}

/** Whatever else has changed its status has ended the wait with it. */
export function dropHoldBack(change: Change): void {
  const { state } = change;
  if (!state.holdBack || isHeld(state)) return;
  state.holdBack = null;
  clearTimer(change, TIMER);
}

const isHeld = ({ status, maintenance }: IncidentState): boolean => status === 'SUPPRESSED' && !maintenance?.held;
