import type { Instant } from '../shared/time';
import type { Measures, Targets } from './measures';
import { type Distribution, distributionOf } from './samples';

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

export const incidentsOf = (sum: Measures): Figure => ({ kind: 'count', value: sum.incidents });

export const timeToAcknowledge = (sum: Measures): Figure => ({ kind: 'durations', ...distributionOf(sum.ack) });

export const timeToResolve = (sum: Measures): Figure => ({ kind: 'durations', ...distributionOf(sum.resolve) });

/** Of every service the time from its first opening to its last, over all the steps between openings. */
export function timeBetween({ openings }: Measures): Figure {
  const all = Object.values(openings);
  const n = all.reduce((steps, one) => steps + one.n - 1, 0);
  const length = all.reduce((sum, { first, last }) => sum + (last - first), 0);
  return { kind: 'duration', value: n === 0 ? null : length / n / 1000, n };
}

function compliance({ met, missed, running }: Targets, now: Instant): Figure {
  const overdue = running.filter((dueAt) => dueAt < now).length;
  return share(met, met + missed + overdue);
}

export const acknowledgedInTime = (sum: Measures, now: Instant): Figure => compliance(sum.ackTargets, now);

export const resolvedInTime = (sum: Measures, now: Instant): Figure => compliance(sum.resolveTargets, now);

export const escalationRate = (sum: Measures): Figure => share(sum.escalated, sum.incidents);

export const reopenRate = (sum: Measures): Figure => share(sum.reopened, sum.resolved);

export const autoResolveRate = (sum: Measures): Figure => share(sum.autoResolved, sum.resolved);

export const neverAcknowledgedRate = (sum: Measures): Figure => share(sum.neverAcknowledged, sum.resolved);

export const quickResolveRate = (sum: Measures): Figure => share(sum.quickResolved, sum.resolved);

export const alertsPerIncident = ({ alerts, incidents }: Measures): Figure => ({
  kind: 'ratio',
  value: incidents === 0 ? null : alerts / incidents,
  n: incidents,
});

const interrupted = ({ people }: Measures) => {
  const sum = { business: 0, off: 0, sleep: 0, all: 0 };
  for (const own of Object.values(people)) {
    for (const hours of ['business', 'off', 'sleep'] as const) {
      sum[hours] += own[hours];
      sum.all += own[hours];
    }
  }
  return sum;
};

export const interruptionCount = (sum: Measures): Figure => ({ kind: 'count', value: interrupted(sum).all });

export function afterHoursRate(sum: Measures): Figure {
  const { off, sleep, all } = interrupted(sum);
  return share(off + sleep, all);
}

export function sleepHoursRate(sum: Measures): Figure {
  const { sleep, all } = interrupted(sum);
  return share(sleep, all);
}

const sentOf = ({ sent }: Measures) => {
  let [taken, failed] = [0, 0];
  const latency: number[] = [];
  for (const own of Object.values(sent)) {
    taken += own.taken;
    failed += own.failed;
    for (const one of own.latency) latency.push(one / 1000);
  }
  return { taken, failed, latency };
};

export function deliverySuccess(sum: Measures): Figure {
  const { taken, failed } = sentOf(sum);
  return share(taken, taken + failed);
}

export const deliveryLatency = (sum: Measures): Figure => ({
  kind: 'durations',
  ...distributionOf(sentOf(sum).latency),
});
