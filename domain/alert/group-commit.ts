import { type Instant, SECOND } from '../shared/time';

/**
 * What an inbox remembers of its writes: when the last one was, how many calls it held, and when calls came close
 * together last.
 */
export type LastCommit = { at: Instant; calls: number; burstAt: Instant };
export const NO_COMMIT: LastCommit = { at: 0, calls: 0, burstAt: 0 };

const BURST_WITHIN_MS = 10;

/** A write of so many calls. */
export const committed = (last: LastCommit, calls: number, now: Instant): LastCommit => ({
  at: now,
  calls,
  burstAt: calls > 1 || now - last.at < BURST_WITHIN_MS ? now : last.burstAt,
});

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
export function commitDelay({ at, calls }: Pick<LastCommit, 'at' | 'calls'>, now: Instant): number {
  const isStorm = calls >= STORM_CALLS;
  if (now - at >= (isStorm ? STORM_OVER_MS : LONE_AFTER_MS)) return 0;
  return isStorm ? STORM_WAIT_MS : USUAL_WAIT_MS;
}

const BURST_OVER_MS = 300;
const BURST_WAIT_MS = 5;

const isBurst = ({ burstAt }: LastCommit, now: Instant): boolean => now - burstAt < BURST_OVER_MS;

/**
 * The same for a call that opens or ends something. It never waits for others that may not come: only in a burst, where
 * a write, a look at the outbox and an alarm for each would keep all of them waiting.
 */
export const urgentDelay = (last: LastCommit, now: Instant): number =>
  now - last.at < BURST_WITHIN_MS || isBurst(last, now) ? BURST_WAIT_MS : 0;

const BURST_REST_MS = 10;

/**
 * Milliseconds before an incident is spoken to: none for what came alone. In a burst the answers go first: a sender that
 * gets none sends again, while what was answered is stored and is opened a moment later, and making an object costs
 * several times as much.
 */
export const openingRest = (last: LastCommit, now: Instant): number => (isBurst(last, now) ? BURST_REST_MS : 0);

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
