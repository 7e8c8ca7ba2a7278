import type { Instant } from '../shared/time';
import type { IncidentFacts } from './facts';
import type { Hours } from './hours';

/** Targets that were met and missed, and when those that still run are due. */
export type Targets = { met: number; missed: number; running: Instant[] };

/** The opening of a service's first and last incident, and how many there were. */
export type Openings = { first: Instant; last: Instant; n: number };

/** Of one person: interruptions by their own hours, and seconds to the acknowledgements they gave. */
export type PersonMeasures<Samples = number[]> = Record<Hours, number> & { ack: Samples };

/** Of one channel and provider; latency in milliseconds. */
export type SentMeasures<Samples = number[]> = { taken: number; arrived: number; failed: number; latency: Samples };

/**
 * What can be added up: the measures of two sets of incidents added are those of both together. Every figure is made of
 * these, so that it comes out the same from single incidents and from days already rolled up.
 */
export type Measures<Samples = number[]> = {
  incidents: number;
  alerts: number;
  /** Seconds, one for each incident that was acknowledged or resolved, in no order. */
  ack: Samples;
  resolve: Samples;
  ackTargets: Targets;
  resolveTargets: Targets;
  resolved: number;
  autoResolved: number;
  quickResolved: number;
  neverAcknowledged: number;
  escalated: number;
  reopened: number;
  openings: Record<string, Openings>;
  people: Record<string, PersonMeasures<Samples>>;
  /** By `channel|provider`. */
  sent: Record<string, SentMeasures<Samples>>;
};

/** A tool that took its alert back within five minutes. */
export const QUICK_SECONDS = 5 * 60;

const noTargets = (): Targets => ({ met: 0, missed: 0, running: [] });

export const nothing = (): Measures => ({
  incidents: 0,
  alerts: 0,
  ack: [],
  resolve: [],
  ackTargets: noTargets(),
  resolveTargets: noTargets(),
  resolved: 0,
  autoResolved: 0,
  quickResolved: 0,
  neverAcknowledged: 0,
  escalated: 0,
  reopened: 0,
  openings: {},
  people: {},
  sent: {},
});

export const isQuick = ({ autoResolved, resolveSeconds }: IncidentFacts): boolean =>
  autoResolved && resolveSeconds !== null && resolveSeconds < QUICK_SECONDS;

export const isNeverAcknowledged = ({ ackSeconds, resolveSeconds }: IncidentFacts): boolean =>
  resolveSeconds !== null && ackSeconds === null;

/** The measures of these incidents. */
export function measure(incidents: readonly IncidentFacts[]): Measures {
  const sum = nothing();
  for (const facts of incidents) {
    sum.incidents += 1;
    sum.alerts += facts.alerts;
    if (facts.ackSeconds !== null) sum.ack.push(facts.ackSeconds);
    if (facts.resolveSeconds !== null) sum.resolve.push(facts.resolveSeconds);
    judge(sum.ackTargets, facts.ackDueAt, facts.ackStoppedAt);
    judge(sum.resolveTargets, facts.resolveDueAt, facts.resolvedAt);
    sum.resolved += Number(facts.resolveSeconds !== null);
    sum.autoResolved += Number(facts.autoResolved);
    sum.quickResolved += Number(isQuick(facts));
    sum.neverAcknowledged += Number(isNeverAcknowledged(facts));
    sum.escalated += Number(facts.escalated);
    sum.reopened += Number(facts.reopened);
    addOpening(sum.openings, facts.serviceId, { first: facts.openedAt, last: facts.openedAt, n: 1 });
    for (const { userId, hours } of facts.interruptions) personIn(sum.people, userId)[hours] += 1;
    if (facts.acknowledgedBy !== null && facts.ackSeconds !== null)
      personIn(sum.people, facts.acknowledgedBy).ack.push(facts.ackSeconds);
    for (const { channel, provider, taken, arrived, latencyMs } of facts.sent) {
      const sent = sentIn(sum.sent, `${channel}|${provider}`);
      if (taken) sent.taken += 1;
      else sent.failed += 1;
      sent.arrived += Number(arrived);
      if (latencyMs !== null) sent.latency.push(latencyMs);
    }
  }
  return sum;
}

function judge(targets: Targets, dueAt: Instant | null, stoppedAt: Instant | null): void {
  if (dueAt === null) return;
  if (stoppedAt === null) targets.running.push(dueAt);
  else if (stoppedAt <= dueAt) targets.met += 1;
  else targets.missed += 1;
}

export function addOpening(all: Measures['openings'], service: string, { first, last, n }: Openings): void {
  const known = all[service];
  all[service] = known
    ? { first: Math.min(known.first, first), last: Math.max(known.last, last), n: known.n + n }
    : { first, last, n };
}

function personIn(people: Measures['people'], user: string): PersonMeasures {
  people[user] ??= { business: 0, off: 0, sleep: 0, ack: [] };
  return people[user];
}

function sentIn(all: Measures['sent'], key: string): SentMeasures {
  all[key] ??= { taken: 0, arrived: 0, failed: 0, latency: [] };
  return all[key];
}
