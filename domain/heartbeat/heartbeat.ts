import type { Urgency } from '../incident/incident';
import { HOUR, type Instant, MINUTE, SECOND } from '../shared/time';
import { dueAfter, type HeartbeatSchedule, usualGap } from './schedule';

/** What an inbox holds of its heartbeat. */
export type HeartbeatSettings = HeartbeatSchedule & {
  id: string;
  name: string;
  secretHash: string;
  previousSecretHash: string | null;
  previousKeyEndsAt: Instant | null;
  graceSeconds: number;
  /** Of its incident; null: the service's own. */
  urgency: Urgency | null;
  enabled: boolean;
};

/** A heartbeat as it runs. `since`: from when on its present times count (made, changed, switched on). */
export type HeartbeatRun = {
  since: Instant;
  lastPingAt: Instant | null;
  /** Since when it is down: a ping was missed, or the job said that it failed; null: it is not. */
  downSince: Instant | null;
  /** More time, because nobody was awake to watch it at its end. */
  waitUntil: Instant | null;
};

export const HEARTBEAT_STATES = ['new', 'up', 'late', 'down', 'paused'] as const;
/** `new`: no ping yet, so nothing is missed. `late`: due, within its grace. */
export type HeartbeatState = (typeof HEARTBEAT_STATES)[number];

/** Alarms may be a minute late by themselves; more means that nobody was awake. */
const SLEPT_MS = 2 * MINUTE;
/** The longest that is waited for the ping after one that may have been lost while nobody was awake. */
const LONGEST_WAIT_MS = HOUR;

export const newRun = (now: Instant): HeartbeatRun => ({
  since: now,
  lastPingAt: null,
  downSince: null,
  waitUntil: null,
});

const countsFrom = ({ since, lastPingAt }: HeartbeatRun): Instant => Math.max(since, lastPingAt ?? since);

/** When the next ping is due and from when on it is missed; null where none is waited for. */
export function expectation(
  settings: HeartbeatSettings,
  run: HeartbeatRun,
): { dueAt: Instant; missedAt: Instant } | null {
  if (!settings.enabled || run.lastPingAt === null) return null;
  const dueAt = dueAfter(settings, countsFrom(run));
  const missedAt = Math.max(dueAt + settings.graceSeconds * SECOND, run.waitUntil ?? 0);
  return Number.isFinite(dueAt) ? { dueAt, missedAt } : null;
}

/** When the heartbeat has to be looked at next; null: a ping comes first. */
export const looksAt = (settings: HeartbeatSettings, run: HeartbeatRun): Instant | null =>
  run.downSince === null ? (expectation(settings, run)?.missedAt ?? null) : null;

export function heartbeatState(settings: HeartbeatSettings, run: HeartbeatRun, now: Instant): HeartbeatState {
  if (!settings.enabled) return 'paused';
  if (run.downSince !== null) return 'down';
  const expected = expectation(settings, run);
  if (!expected) return 'new';
  return now < expected.dueAt ? 'up' : 'late';
}

export type HeartbeatDecision = { run: HeartbeatRun; action: 'trigger' | 'resolve' | null; reason: string };

/** A ping, or a job's word that it failed. A paused heartbeat notes it and opens nothing. */
export function pinged(
  settings: HeartbeatSettings,
  run: HeartbeatRun,
  { now, failed }: { now: Instant; failed: boolean },
): HeartbeatDecision {
  const heard = { ...run, lastPingAt: now, waitUntil: null };
  if (failed && settings.enabled) {
    return {
      run: { ...heard, downSince: run.downSince ?? now },
      action: 'trigger',
      reason: 'the job said that it failed',
    };
  }
  const isBack = run.downSince !== null && !failed;
  return {
    run: isBack ? { ...heard, downSince: null } : heard,
    action: isBack ? 'resolve' : null,
    reason: isBack ? 'pinged again' : 'pinged',
  };
}

/**
 * Whether a ping was missed. Looked at long after its time, nobody was awake: the ping may have been lost with us, so
 * each heartbeat gets one more turn of its own instead of all of them going off at once.
 */
export function checked(settings: HeartbeatSettings, run: HeartbeatRun, now: Instant): HeartbeatDecision {
  const at = looksAt(settings, run);
  if (at === null || now < at) return { run, action: null, reason: 'nothing is missed' };
  if (now - at > SLEPT_MS && run.waitUntil === null) {
    const wait = Math.min(usualGap(settings, now), LONGEST_WAIT_MS) + settings.graceSeconds * SECOND;
    return { run: { ...run, waitUntil: now + wait }, action: null, reason: 'nobody was awake when it was due' };
  }
  return { run: { ...run, downSince: now }, action: 'trigger', reason: 'no ping in time' };
}

/** The run under other settings: new times, and being switched on, count from now. */
export function adopted(
  before: HeartbeatSettings | null,
  after: HeartbeatSettings,
  run: HeartbeatRun,
  now: Instant,
): HeartbeatRun {
  const timesOf = ({ periodSeconds, cron, timezone, graceSeconds, enabled }: HeartbeatSettings) =>
    JSON.stringify([periodSeconds, cron, timezone, graceSeconds, enabled]);
  return !before || timesOf(before) === timesOf(after) ? run : { ...run, since: now, waitUntil: null };
}
