import type { Priority, Urgency } from '../incident/incident';
import type { Instant } from '../shared/time';
import { type Cell, groupCells } from './cell';
import { type Day, dayText, lengthOfPeriod, type Period, periodBefore } from './day';
import type { Figure } from './figures';
import { addUp, type Measures } from './measures';
import { figuresOf, type MetricId } from './metrics';
import { type Distribution, distributionOf } from './samples';

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

/** What the cells of [before.from, period.to) say, as of `now`. Groups begin with the most incidents. */
export function reportOf(cells: readonly Cell[], period: Period, now: Instant): Report {
  const before = periodBefore(period);
  const own = cells.filter(({ day }) => day >= period.from && day < period.to);
  const sum = addUp(own.map(({ measures }) => measures));
  const sumBefore = addUp(
    cells.filter(({ day }) => day >= before.from && day < before.to).map(({ measures }) => measures),
  );
  const groups = <Id extends string>(idOf: (cell: Cell) => Id | null): Group<Id>[] =>
    [...groupCells(own, (cell) => idOf(cell) ?? ('' as Id))]
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

function daysOf(cells: readonly Cell[], period: Period): DayFigures[] {
  const byDay = groupCells(cells, ({ day }) => day);
  return Array.from({ length: lengthOfPeriod(period) }, (_, i) => {
    const sum = addUp(byDay.get(period.from + i) ?? []);
    const people = Object.values(sum.people);
    return {
      day: period.from + i,
      incidents: sum.incidents,
      interruptions: people.reduce((all, { business, off, sleep }) => all + business + off + sleep, 0),
      sleepHours: people.reduce((all, { sleep }) => all + sleep, 0),
    };
  });
}

const peopleOf = ({ people }: Measures): PersonFigures[] =>
  Object.entries(people)
    .map(([userId, { ack, ...hours }]) => ({ userId, ...hours, acknowledged: distributionOf(ack) }))
    .toSorted(
      (a, b) => b.sleep - a.sleep || b.business + b.off - a.business - a.off || a.userId.localeCompare(b.userId),
    );

const channelsOf = ({ sent }: Measures): ChannelFigures[] =>
  Object.entries(sent)
    .map(([key, { latency, ...counts }]) => {
      const [channel = '', provider = ''] = key.split('|');
      return { channel, provider, ...counts, latency: distributionOf(latency.map((ms) => ms / 1000)) };
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
