import { csvOf } from '../shared/csv';
import { dayText } from './day';
import type { Figure } from './figures';
import { METRICS } from './metrics';
import type { Group, Report } from './report';

/** What of a report is wanted as a file. */
export const CSV_PARTS = ['figures', 'days', 'services', 'teams', 'priorities', 'people', 'channels'] as const;
export type CsvPart = (typeof CSV_PARTS)[number];

const HEAD = ['value', 'n', 'mean', 'median', 'p90', 'p95'];

/** The columns of `HEAD`; an empty cell where there is no sample. */
function cellsOf(figure: Figure): (number | null)[] {
  if (figure.kind === 'durations') return [figure.median, figure.n, figure.mean, figure.median, figure.p90, figure.p95];
  const n = figure.kind === 'count' ? null : figure.n;
  return [figure.value, n, null, null, null, null];
}

type NameOf = (id: string) => string;

const groupRows = (groups: readonly Group[], nameOf: NameOf): (string | number | null)[][] => [
  ['id', 'name', ...METRICS.map(({ id }) => id)],
  ...groups.map(({ id, figures }) => [
    id,
    id === null ? null : nameOf(id),
    ...METRICS.map((metric) => cellsOf(figures[metric.id])[0] ?? null),
  ]),
];

function rowsOf(report: Report, part: CsvPart, nameOf: NameOf): (string | number | null)[][] {
  switch (part) {
    case 'figures':
      return [
        ['metric', 'definition', ...HEAD, ...HEAD.map((name) => `${name} before`)],
        ...METRICS.map(({ id, definition }) => [
          id,
          definition,
          ...cellsOf(report.figures[id]),
          ...cellsOf(report.figuresBefore[id]),
        ]),
      ];
    case 'days':
      return [
        ['day', 'incidents', 'interruptions', 'sleep hours'],
        ...report.days.map((day) => [dayText(day.day), day.incidents, day.interruptions, day.sleepHours]),
      ];
    case 'services':
    case 'teams':
      return groupRows(report[part], nameOf);
    case 'priorities':
      return groupRows(report.priorities, (id) => id);
    case 'people':
      return [
        ['id', 'name', 'business hours', 'off hours', 'sleep hours', 'acknowledged', 'median seconds', 'p90 seconds'],
        ...report.people.map(({ userId, business, off, sleep, acknowledged: { n, median, p90 } }) => [
          userId,
          nameOf(userId),
          business,
          off,
          sleep,
          n,
          median,
          p90,
        ]),
      ];
    case 'channels':
      return [
        ['channel', 'provider', 'taken', 'arrived', 'failed', 'median seconds', 'p95 seconds'],
        ...report.channels.map(({ channel, provider, taken, arrived, failed, latency }) => [
          channel,
          provider,
          taken,
          arrived,
          failed,
          latency.median,
          latency.p95,
        ]),
      ];
  }
}

/** A part of a report as CSV: durations in seconds, shares from 0 to 1. */
export const reportAsCsv = (report: Report, part: CsvPart, nameOf: NameOf): string =>
  csvOf(rowsOf(report, part, nameOf));
