import { type Instant, SECOND } from '../shared/time';

/** What an inbox remembers of its last write: when it was, and how many calls it held. */
export type LastCommit = { at: Instant; calls: number };

/** A batch that is full is written at once, whatever the wait. */
export const FULL_BATCH = 64;
const LONE_AFTER_MS = 100;
const USUAL_WAIT_MS = 10;
/** From so many calls in one write on it is a storm: a longer wait makes fewer rows of it. */
const STORM_CALLS = 8;
const STORM_OVER_MS = SECOND;
const STORM_WAIT_MS = 100;

/**
 * Milliseconds for which a repeat of an open key waits for others, to be written in one row with them (SEMANTICS 20).
 * 0: it is written now, as nothing came shortly before it. A call that does more than repeat: `urgentDelay`.
 */
export function commitDelay({ at, calls }: LastCommit, now: Instant): number {
  const isStorm = calls >= STORM_CALLS;
  if (now - at >= (isStorm ? STORM_OVER_MS : LONE_AFTER_MS)) return 0;
  return isStorm ? STORM_WAIT_MS : USUAL_WAIT_MS;
}

const BURST_OVER_MS = 100;
const BURST_WITHIN_MS = 10;
const BURST_WAIT_MS = 5;

/** Whether calls come so close together that the next one will not come alone. */
const isBurst = ({ at, calls }: LastCommit, now: Instant): boolean =>
  now - at < (calls > 1 ? BURST_OVER_MS : BURST_WITHIN_MS);

/**
 * The same for a call that opens or ends something. It never waits for others that may not come: only in a burst, where
 * a write, a look at the outbox and an alarm for each would keep all of them waiting.
 */
export const urgentDelay = (last: LastCommit, now: Instant): number => (isBurst(last, now) ? BURST_WAIT_MS : 0);

const OPENED_AT_ONCE = 32;
const OPENED_IN_BURST = 12;

/**
 * How many incidents are spoken to at once. Fewer in a burst: a sender that gets no answer sends again, while what was
 * answered is stored and is opened a moment later.
 */
export const incidentsAtOnce = (last: LastCommit, now: Instant): number =>
  isBurst(last, now) ? OPENED_IN_BURST : OPENED_AT_ONCE;

/** What was handed on to the incidents last: when, and how many repeats. */
export type LastFold = { at: Instant; repeats: number };

const FOLD_SOON_MS = SECOND;
const FOLD_OFTEN_MS = 10 * SECOND;
const MANY_REPEATS = 1_000;
const FOLD_STORM_MS = 60 * SECOND;

/**
 * Milliseconds until stored repeats are handed on: soon after a quiet time, then every ten seconds, and in a storm once
 * a minute, because each time costs rows for each key.
 */
export function foldDelay({ at, repeats }: LastFold, now: Instant): number {
  const pause = repeats < MANY_REPEATS ? FOLD_OFTEN_MS : FOLD_STORM_MS;
  return Math.max(FOLD_SOON_MS, at + pause - now);
}

/** By then a timer in memory has handed repeats on; if not, it was lost with its object. */
export const LOST_FOLD_MS = FOLD_STORM_MS + 15 * SECOND;
