import { describe, expect, it } from 'vitest';
import { DAY, type Instant, MINUTE } from '../shared/time';
import { attempt, forgettableAt, type LockoutState, type LockoutSubject, succeed, UNTOUCHED } from './lockout';

const START = 1_800_000_000_000;

/** Makes `count` tries at one instant; says how many were allowed and what was answered last. */
function tries(state: LockoutState, subject: LockoutSubject, count: number, now: Instant) {
  let current = state;
  let allowed = 0;
  let retryAfterSeconds = 0;
  for (let i = 0; i < count; i += 1) {
    const answer = attempt(current, subject, now);
    current = answer.state;
    if (answer.verdict.allowed) allowed += 1;
    else retryAfterSeconds = answer.verdict.retryAfterSeconds;
  }
  return { state: current, allowed, retryAfterSeconds };
}

describe('lock-out', () => {
  it.each([
    { subject: 'account' as const, limit: 10 },
    { subject: 'address' as const, limit: 50 },
  ])('lets $limit tries per $subject through, then locks for 15 minutes', ({ subject, limit }) => {
    const { allowed, retryAfterSeconds } = tries(UNTOUCHED, subject, limit + 5, START);
    expect({ allowed, retryAfterSeconds }).toEqual({ allowed: limit, retryAfterSeconds: 900 });
  });

  it('starts counting again when 15 minutes have passed since the first try', () => {
    const { state } = tries(UNTOUCHED, 'account', 10, START);
    expect(tries(state, 'account', 20, START + 15 * MINUTE - 1).allowed).toBe(0);
    expect(tries(state, 'account', 20, START + 15 * MINUTE).allowed).toBe(10);
  });

  it.each([
    { locksBefore: 0, seconds: 900 },
    { locksBefore: 1, seconds: 1800 },
    { locksBefore: 2, seconds: 3600 },
    { locksBefore: 5, seconds: 3600 },
  ])('locks for $seconds s after $locksBefore locks in a row', ({ locksBefore, seconds }) => {
    let state = UNTOUCHED;
    let now = START;
    for (let i = 0; i < locksBefore; i += 1) {
      state = tries(state, 'account', 11, now).state;
      now = state.lockedUntil;
    }
    expect(tries(state, 'account', 11, now).retryAfterSeconds).toBe(seconds);
  });

  it('does not lengthen a lock by tries made during it', () => {
    const locked = tries(UNTOUCHED, 'account', 11, START).state;
    expect(tries(locked, 'account', 100, START + 14 * MINUTE).state).toEqual(locked);
    expect(attempt(locked, 'account', START + 14 * MINUTE).verdict).toEqual({ allowed: false, retryAfterSeconds: 60 });
    expect(attempt(locked, 'account', START + 15 * MINUTE).verdict).toEqual({ allowed: true });
  });

  it('forgets former locks a day after the last one ended', () => {
    const locked = tries(UNTOUCHED, 'account', 11, START).state;
    expect(tries(locked, 'account', 11, START + DAY).retryAfterSeconds).toBe(1800);
    expect(tries(locked, 'account', 11, locked.lockedUntil + DAY).retryAfterSeconds).toBe(900);
    expect(forgettableAt(locked, 'account')).toBe(locked.lockedUntil + DAY);
    expect(forgettableAt(tries(UNTOUCHED, 'account', 1, START).state, 'account')).toBe(START + 15 * MINUTE);
  });

  it('clears the account on success, but gives only one try back to the address', () => {
    const account = tries(UNTOUCHED, 'account', 9, START).state;
    expect(succeed(account, 'account')).toEqual(UNTOUCHED);
    const address = tries(UNTOUCHED, 'address', 50, START).state;
    expect(tries(succeed(address, 'address'), 'address', 5, START + MINUTE).allowed).toBe(1);
    expect(succeed(UNTOUCHED, 'address').attempts).toBe(0);
  });
});
