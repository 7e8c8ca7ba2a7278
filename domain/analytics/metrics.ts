import type { Instant } from '../shared/time';
import type { Cohort } from './cohort';
import {
  acknowledgedInTime,
  afterHoursRate,
  alertsPerIncident,
  autoResolveRate,
  deliveryLatency,
  deliverySuccess,
  escalationRate,
  type Figure,
  incidentsOf,
  interruptionCount,
  neverAcknowledgedRate,
  quickResolveRate,
  reopenRate,
  resolvedInTime,
  sleepHoursRate,
  timeBetween,
  timeToAcknowledge,
  timeToResolve,
} from './figures';
import type { Sum } from './sum';

/** A figure with its name, what it means in words, and the incidents that it was made of. */
export type Metric = {
  id: string;
  word: string;
  definition: string;
  /** Which way is better; null: neither. */
  better: 'less' | 'more' | null;
  /** The incidents behind its part (of a share) or its samples; null where it is not made of incidents. */
  cohort: Cohort | null;
  of: (sum: Sum, now: Instant) => Figure;
};

/** Every figure there is. An incident counts on the day it was opened, in UTC; private ones count nowhere. */
export const METRICS = [
  {
    id: 'incidents',
    word: 'Incidents',
    definition: 'Incidents opened in the period.',
    better: 'less',
    cohort: 'all',
    of: incidentsOf,
  },
  {
    id: 'mtta',
    word: 'Time to acknowledge (MTTA)',
    definition: 'From the opening of an incident to its first acknowledgement. Those never acknowledged do not count.',
    better: 'less',
    cohort: 'acknowledged',
    of: timeToAcknowledge,
  },
  {
    id: 'mttr',
    word: 'Time to resolve (MTTR)',
    definition: 'From the opening of an incident to its first resolution. Those not resolved yet do not count.',
    better: 'less',
    cohort: 'resolved',
    of: timeToResolve,
  },
  {
    id: 'mtbf',
    word: 'Time between incidents (MTBF)',
    definition: 'The mean time from one opening to the next of the same service. Needs two incidents of a service.',
    better: 'more',
    cohort: 'all',
    of: timeBetween,
  },
  {
    id: 'acknowledged-in-time',
    word: 'Acknowledged in time',
    definition:
      'Of the incidents with a target to acknowledge, how many met it. One that is overdue and still waits has missed it; one that is not due yet does not count. Resolving stops the clock too.',
    better: 'more',
    cohort: 'ack-met',
    of: acknowledgedInTime,
  },
  {
    id: 'resolved-in-time',
    word: 'Resolved in time',
    definition:
      'Of the incidents with a target to resolve, how many met it. One that is overdue and still open has missed it; one that is not due yet does not count.',
    better: 'more',
    cohort: 'resolve-met',
    of: resolvedInTime,
  },
  {
    id: 'escalated',
    word: 'Escalated',
    definition: 'Incidents whose paging went beyond the first step, by time or by hand.',
    better: 'less',
    cohort: 'escalated',
    of: escalationRate,
  },
  {
    id: 'reopened',
    word: 'Reopened',
    definition: 'Of the incidents that were resolved, how many were opened again.',
    better: 'less',
    cohort: 'reopened',
    of: reopenRate,
  },
  {
    id: 'auto-resolved',
    word: 'Resolved by themselves',
    definition: 'Of the incidents that were resolved, how many a tool or a timer resolved first, not a person.',
    better: null,
    cohort: 'auto-resolved',
    of: autoResolveRate,
  },
  {
    id: 'never-acknowledged',
    word: 'Never acknowledged',
    definition: 'Of the incidents that were resolved, how many nobody ever acknowledged.',
    better: 'less',
    cohort: 'never-acknowledged',
    of: neverAcknowledgedRate,
  },
  {
    id: 'quick-resolved',
    word: 'Gone within five minutes',
    definition:
      'Of the incidents that were resolved, how many resolved themselves less than five minutes after opening.',
    better: 'less',
    cohort: 'quick-resolved',
    of: quickResolveRate,
  },
  {
    id: 'alerts-per-incident',
    word: 'Alerts per incident',
    definition: 'Alerts received, repeats included, over the incidents they went into.',
    better: null,
    cohort: 'all',
    of: alertsPerIncident,
  },
  {
    id: 'interruptions',
    word: 'Interruptions',
    definition:
      'Times a person was paged. All channels within 60 seconds for one incident are one interruption; e-mail is none.',
    better: 'less',
    cohort: 'interrupting',
    of: interruptionCount,
  },
  {
    id: 'after-hours',
    word: 'After hours',
    definition:
      'Interruptions outside Monday to Friday, 8:00 to 18:00, on the clock of the person who was paged: evenings, weekends and nights.',
    better: 'less',
    cohort: 'after-hours',
    of: afterHoursRate,
  },
  {
    id: 'sleep-hours',
    word: 'Sleep hours',
    definition: 'Interruptions between 22:00 and 8:00 on the clock of the person who was paged.',
    better: 'less',
    cohort: 'sleep-hours',
    of: sleepHoursRate,
  },
  {
    id: 'delivery-success',
    word: 'Messages taken',
    definition: 'Of the messages of incidents that were tried, how many a provider took.',
    better: 'more',
    cohort: null,
    of: deliverySuccess,
  },
  {
    id: 'delivery-latency',
    word: 'Time to send',
    definition: 'From the moment a message is due to the moment a provider took it.',
    better: 'less',
    cohort: null,
    of: deliveryLatency,
  },
] as const satisfies readonly Metric[];

export type MetricId = (typeof METRICS)[number]['id'];

export const metricOf = (id: MetricId): Metric => METRICS.find((one) => one.id === id) as Metric;

/** Every figure of a sum, in the order of `METRICS`. */
export const figuresOf = (sum: Sum, now: Instant): Record<MetricId, Figure> =>
  Object.fromEntries(METRICS.map((metric) => [metric.id, (metric as Metric).of(sum, now)])) as Record<MetricId, Figure>;
