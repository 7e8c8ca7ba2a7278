import type { Instant } from '../shared/time';
import type { Cell, CellKey } from './cell';
import { type Day, dayOf, LONGEST_PERIOD, type Period } from './day';
import type { Measures } from './measures';
import { addUp, asMeasures } from './sum';

/** So many days of a service, team, urgency and priority are added up once they are over, so that a year is read in a few dozen parts. */
export const SPAN_DAYS = 16;

/** The days [span * SPAN_DAYS, span * SPAN_DAYS + SPAN_DAYS). */
export type Span = number;

export const spanOf = (day: Day): Span => Math.floor(day / SPAN_DAYS);

export const daysOfSpan = (span: Span): Period => ({ from: span * SPAN_DAYS, to: (span + 1) * SPAN_DAYS });

/** What a day adds to a chart; the last is the interruptions in sleep hours. */
export type DayCount = [day: Day, incidents: number, interruptions: number, sleepHours: number];

/** What a report is made of: a cell, or some of adjoining days added up, with what each day of them counts. */
export type Part = Omit<CellKey, 'day'> & { measures: Measures; days: DayCount[] };

/** Beyond that many incidents the next day begins another part, so that a row stays far below what a database takes. */
const MOST_IN_PART = 2000;

function countOf(day: Day, { incidents, people }: Measures): DayCount {
  let [interruptions, sleepHours] = [0, 0];
  for (const { business, off, sleep } of Object.values(people)) {
    interruptions += business + off + sleep;
    sleepHours += sleep;
  }
  return [day, incidents, interruptions, sleepHours];
}

export const partOf = ({ day, ...cell }: Cell): Part => ({ ...cell, days: [countOf(day, cell.measures)] });

/** The same cells in as few parts as may be; nothing is lost but which day each duration was of. */
export function joinCells(cells: readonly Cell[], most = MOST_IN_PART): Part[] {
  const open = new Map<string, Cell[]>();
  const full: Cell[][] = [];
  for (const cell of cells) {
    const name = JSON.stringify([cell.serviceId, cell.teamId, cell.urgency, cell.priority]);
    const group = open.get(name) ?? [];
    if (group.length === 0) open.set(name, group);
    group.push(cell);
    if (group.reduce((sum, { measures }) => sum + measures.incidents, 0) < most) continue;
    full.push(group);
    open.delete(name);
  }
  return [...full, ...open.values()].map((group) => {
    const [{ serviceId, teamId, urgency, priority }] = group as [Cell];
    return {
      serviceId,
      teamId,
      urgency,
      priority,
      measures: asMeasures(addUp(group.map(({ measures }) => measures))),
      days: group.map(({ day, measures }) => countOf(day, measures)),
    };
  });
}

/** How a period is read: whole spans, and the days before the first and after the last of them. */
export function spansWithin({ from, to }: Period): { spans: Span[]; edges: Period[] } {
  const [first, end] = [Math.ceil(from / SPAN_DAYS), Math.floor(to / SPAN_DAYS)];
  if (end <= first) return { spans: [], edges: [{ from, to }] };
  return {
    spans: Array.from({ length: end - first }, (_, i) => first + i),
    edges: [
      { from, to: first * SPAN_DAYS },
      { from: end * SPAN_DAYS, to },
    ].filter((edge) => edge.from < edge.to),
  };
}

/** An incident changes most in its first days; adding up waits for that. */
const SETTLED_AFTER = 3;

/** The spans that are over and that the longest period, or the one before it, can ask for. */
export function settledSpans(now: Instant): Span[] {
  const today = dayOf(now);
  const [first, end] = [spanOf(today - 2 * LONGEST_PERIOD), spanOf(today - SETTLED_AFTER)];
  return Array.from({ length: end - first }, (_, i) => first + i);
}
