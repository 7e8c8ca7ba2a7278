import type { Priority, Urgency } from '../incident/incident';
import type { Instant } from '../shared/time';
import { type Day, dayText, type Period, periodBefore } from './day';
import type { Figure } from './figures';
import type { Measures } from './measures';
import { figuresOf, type MetricId } from './metrics';
import { type Distribution, distributionOf } from './samples';
import type { Part } from './span';
import { addUp, type Sum } from './sum';

export type Figures = Record<MetricId, Figure>;

/** One part of a period's incidents; `id` null: those that have none (no team, no priority). */
export type Group<Id extends string = string> = { id: Id | null; figures: Figures };

export type DayFigures = { day: Day; incidents: number; interruptions: number; sleepHours: number };

export type PersonFigures = {
  userId: string;
  business: number;
  off: number;
  sleep: number;
  /** Seconds to the acknowledgements that they gave. */
  acknowledged: Distribution;
};

/** Latency in seconds. */
export type ChannelFigures = {
  channel: string;
  provider: string;
  taken: number;
  arrived: number;
  failed: number;
  latency: Distribution;
};

/** Everything that is said about the incidents of a period, and the same figures of the period before. */
export type Report = {
  period: Period;
  before: Period;
  figures: Figures;
  figuresBefore: Figures;
  /** Every day of the period, also those without an incident. */
  days: DayFigures[];
  services: Group[];
  teams: Group[];
  priorities: Group<Priority>[];
  urgencies: Group<Urgency>[];
  people: PersonFigures[];
  channels: ChannelFigures[];
};

/** What the parts of a period and of the one before say, none of them reaching into both, as of `now`. Groups begin with the most incidents. */
export function reportOf(parts: readonly Part[], period: Period, now: Instant): Report {
  const before = periodBefore(period);
  const within = ({ from, to }: Period) =>
    parts.filter(({ days: [first] }) => first !== undefined && first[0] >= from && first[0] < to);
  const own = within(period);
  const sum = addUp(own.map(({ measures }) => measures));
  const sumBefore = addUp(within(before).map(({ measures }) => measures));
  const groups = <Id extends string>(idOf: (part: Part) => Id | null): Group<Id>[] =>
    [...groupParts(own, (part) => idOf(part) ?? ('' as Id))]
      .map(([id, parts]) => ({ id: id === '' ? null : id, sum: addUp(parts) }))
      .toSorted((a, b) => b.sum.incidents - a.sum.incidents)
      .map(({ id, sum: part }) => ({ id, figures: figuresOf(part, now) }));
  return {
    period,
    before,
    figures: figuresOf(sum, now),
    figuresBefore: figuresOf(sumBefore, now),
    days: daysOf(own, period),
    services: groups(({ serviceId }) => serviceId),
    teams: groups(({ teamId }) => teamId),
    priorities: groups(({ priority }) => priority).toSorted((a, b) => (a.id ?? 'P9').localeCompare(b.id ?? 'P9')),
    urgencies: groups(({ urgency }) => urgency),
    people: peopleOf(sum),
    channels: channelsOf(sum),
  };
}

function daysOf(parts: readonly Part[], { from, to }: Period): DayFigures[] {
  const days = Array.from({ length: to - from }, (_, i) => ({
    day: from + i,
    incidents: 0,
    interruptions: 0,
    sleepHours: 0,
  }));
  for (const [day, incidents, interruptions, sleepHours] of parts.flatMap((part) => part.days)) {
    const sum = days[day - from];
    if (!sum) continue;
    sum.incidents += incidents;
    sum.interruptions += interruptions;
    sum.sleepHours += sleepHours;
  }
  return days;
}

/** The same measures under other keys: services, teams, priorities. */
function groupParts<K extends string>(parts: readonly Part[], keyOf: (part: Part) => K): Map<K, Measures[]> {
  const groups = new Map<K, Measures[]>();
  for (const part of parts) {
    const group = groups.get(keyOf(part));
    if (group) group.push(part.measures);
    else groups.set(keyOf(part), [part.measures]);
  }
  return groups;
}

const peopleOf = ({ people }: Sum): PersonFigures[] =>
  Object.entries(people)
    .map(([userId, { ack, ...hours }]) => ({ userId, ...hours, acknowledged: distributionOf(ack) }))
    .toSorted(
      (a, b) => b.sleep - a.sleep || b.business + b.off - a.business - a.off || a.userId.localeCompare(b.userId),
    );

const channelsOf = ({ sent }: Sum): ChannelFigures[] =>
  Object.entries(sent)
    .map(([key, { latency, ...counts }]) => {
      const [channel = '', provider = ''] = key.split('|');
      return { channel, provider, ...counts, latency: distributionOf(latency, 1000) };
    })
    .toSorted((a, b) => b.taken + b.failed - a.taken - a.failed || a.channel.localeCompare(b.channel));

/** The one number of a figure that is compared: the median of durations. */
export const comparedValue = (figure: Figure): number | null =>
  figure.kind === 'durations' ? figure.median : figure.value;

/** `2026-11-01`, `2026-11-30`: the first and the last day of a period. */
export const textOfPeriod = ({ from, to }: Period): { from: string; to: string } => ({
  from: dayText(from),
  to: dayText(to - 1),
});
