import { DAY, HOUR, type Instant, MINUTE } from '../shared/time';

/** What is counted: tries at one account from anywhere, and tries from one address at any account (RELIABILITY B9). */
export type LockoutSubject = 'account' | 'address';

type LockoutRule = { attempts: number; window: number; firstLock: number; longestLock: number };

// The longest lock is an hour, because whoever knows an e-mail address can cause one, and its owner may be on call.
const RULES: Record<LockoutSubject, LockoutRule> = {
  account: { attempts: 10, window: 15 * MINUTE, firstLock: 15 * MINUTE, longestLock: HOUR },
  address: { attempts: 50, window: 15 * MINUTE, firstLock: 15 * MINUTE, longestLock: HOUR },
};

/** A lock doubles when it follows another one within this time. */
const MEMORY = DAY;

export type LockoutState = {
  /** Tries that did not succeed (yet) since `since`. */
  attempts: number;
  since: Instant;
  /** Locks in a row. */
  locks: number;
  lockedUntil: Instant;
};

export const UNTOUCHED: LockoutState = { attempts: 0, since: 0, locks: 0, lockedUntil: 0 };

export type LockoutVerdict = { allowed: true } | { allowed: false; retryAfterSeconds: number };

/**
 * Counts a try before its password is looked at, so that a thousand at once cannot all slip through; a try that
 * succeeds is given back by `succeed`. A try made while locked does not lengthen the lock.
 */
export function attempt(
  state: LockoutState,
  subject: LockoutSubject,
  now: Instant,
): { state: LockoutState; verdict: LockoutVerdict } {
  const rule = RULES[subject];
  if (now < state.lockedUntil) return { state, verdict: refusedUntil(state.lockedUntil, now) };

  const isNewWindow = now >= state.since + rule.window;
  const attempts = isNewWindow ? 1 : state.attempts + 1;
  const since = isNewWindow ? now : state.since;
  const locks = now >= state.lockedUntil + MEMORY ? 0 : state.locks;
  if (attempts <= rule.attempts) return { state: { ...state, attempts, since, locks }, verdict: { allowed: true } };

  const lockedUntil = now + Math.min(rule.firstLock * 2 ** locks, rule.longestLock);
  return {
    state: { attempts: 0, since: lockedUntil, locks: locks + 1, lockedUntil },
    verdict: refusedUntil(lockedUntil, now),
  };
}

/** The right password clears the account. It only gives its own try back to the address: an attacker may own an account too. */
export function succeed(state: LockoutState, subject: LockoutSubject): LockoutState {
  switch (subject) {
    case 'account':
      return UNTOUCHED;
    case 'address':
      return { ...state, attempts: Math.max(0, state.attempts - 1) };
  }
}

/** From when on the state says no more than `UNTOUCHED`. */
export const forgettableAt = (state: LockoutState, subject: LockoutSubject): Instant =>
  Math.max(state.since + RULES[subject].window, state.locks > 0 ? state.lockedUntil + MEMORY : 0);

const refusedUntil = (until: Instant, now: Instant): LockoutVerdict => ({
  allowed: false,
  retryAfterSeconds: Math.ceil((until - now) / 1000),
});
