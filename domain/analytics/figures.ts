import type { Instant } from '../shared/time';
import type { Targets } from './measures';
import { type Distribution, distributionOf } from './samples';
import type { Sum } from './sum';

/**
 * A value with what it was made of. Where there is no sample the value is null and screens show "—", never 0.
 * Durations are in seconds, shares from 0 to 1.
 */
export type Figure =
  | ({ kind: 'durations' } & Distribution)
  | { kind: 'duration'; value: number | null; n: number }
  | { kind: 'share'; value: number | null; part: number; n: number }
  | { kind: 'ratio'; value: number | null; n: number }
  | { kind: 'count'; value: number };

const share = (part: number, n: number): Figure => ({ kind: 'share', value: n === 0 ? null : part / n, part, n });

export const incidentsOf = (sum: Sum): Figure => ({ kind: 'count', value: sum.incidents });

export const timeToAcknowledge = (sum: Sum): Figure => ({ kind: 'durations', ...distributionOf(sum.ack) });

export const timeToResolve = (sum: Sum): Figure => ({ kind: 'durations', ...distributionOf(sum.resolve) });

/** Of every service the time from its first opening to its last, over all the steps between openings. */
export function timeBetween({ openings }: Sum): Figure {
  const all = Object.values(openings);
  const n = all.reduce((steps, one) => steps + one.n - 1, 0);
  const length = all.reduce((sum, { first, last }) => sum + (last - first), 0);
  return { kind: 'duration', value: n === 0 ? null : length / n / 1000, n };
}

function compliance({ met, missed, running }: Targets, now: Instant): Figure {
  const overdue = running.filter((dueAt) => dueAt < now).length;
  return share(met, met + missed + overdue);
}

export const acknowledgedInTime = (sum: Sum, now: Instant): Figure => compliance(sum.ackTargets, now);

export const resolvedInTime = (sum: Sum, now: Instant): Figure => compliance(sum.resolveTargets, now);

export const escalationRate = (sum: Sum): Figure => share(sum.escalated, sum.incidents);

export const reopenRate = (sum: Sum): Figure => share(sum.reopened, sum.resolved);

export const autoResolveRate = (sum: Sum): Figure => share(sum.autoResolved, sum.resolved);

export const neverAcknowledgedRate = (sum: Sum): Figure => share(sum.neverAcknowledged, sum.resolved);

export const quickResolveRate = (sum: Sum): Figure => share(sum.quickResolved, sum.resolved);

export const alertsPerIncident = ({ alerts, incidents }: Sum): Figure => ({
  kind: 'ratio',
  value: incidents === 0 ? null : alerts / incidents,
  n: incidents,
});

const interrupted = ({ people }: Sum) => {
  const sum = { business: 0, off: 0, sleep: 0, all: 0 };
  for (const own of Object.values(people)) {
    for (const hours of ['business', 'off', 'sleep'] as const) {
      sum[hours] += own[hours];
      sum.all += own[hours];
    }
  }
  return sum;
};

export const interruptionCount = (sum: Sum): Figure => ({ kind: 'count', value: interrupted(sum).all });

export function afterHoursRate(sum: Sum): Figure {
  const { off, sleep, all } = interrupted(sum);
  return share(off + sleep, all);
}

export function sleepHoursRate(sum: Sum): Figure {
  const { sleep, all } = interrupted(sum);
  return share(sleep, all);
}

export function deliverySuccess({ sent }: Sum): Figure {
  const all = Object.values(sent);
  const taken = all.reduce((sum, one) => sum + one.taken, 0);
  return share(taken, taken + all.reduce((sum, one) => sum + one.failed, 0));
}

export const deliveryLatency = ({ sent }: Sum): Figure => ({
  kind: 'durations',
  ...distributionOf(
    Object.values(sent).flatMap(({ latency }) => latency),
    MS,
  ),
});

/** Latencies are counted in them and told in seconds. */
const MS = 1000;
