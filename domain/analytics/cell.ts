import type { Priority, Urgency } from '../incident/incident';
import type { Day } from './day';
import type { IncidentFacts } from './facts';
import { type Measures, measure } from './measures';

/** What a day's incidents are told apart by. */
export type CellKey = {
  day: Day;
  serviceId: string;
  teamId: string | null;
  urgency: Urgency;
  priority: Priority | null;
};

/** One day of one service, its team, one urgency and one priority, rolled up. */
export type Cell = CellKey & { measures: Measures };

const nameOf = ({ day, serviceId, teamId, urgency, priority }: CellKey): string =>
  JSON.stringify([day, serviceId, teamId, urgency, priority]);

/** The cells that these incidents fall into, each complete if all incidents of its day and service are given. */
export function cellsOf(incidents: readonly IncidentFacts[]): Cell[] {
  const groups = new Map<string, IncidentFacts[]>();
  for (const facts of incidents) {
    const name = nameOf(facts);
    const group = groups.get(name);
    if (group) group.push(facts);
    else groups.set(name, [facts]);
  }
  return [...groups.values()].map((group) => {
    const [{ day, serviceId, teamId, urgency, priority }] = group as [IncidentFacts];
    return { day, serviceId, teamId, urgency, priority, measures: measure(group) };
  });
}

/** The same whatever the order of samples and keys, which say nothing. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical).toSorted((a, b) => (Number(a) || 0) - (Number(b) || 0));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, canonical(inner)]));
};

const contentOf = (cells: readonly Cell[]): string =>
  JSON.stringify(cells.map((cell) => [nameOf(cell), JSON.stringify(canonical(cell.measures))]).toSorted());

/** Whether two sets of cells say the same, so that writing one over the other would change nothing. */
export const sameCells = (a: readonly Cell[], b: readonly Cell[]): boolean => contentOf(a) === contentOf(b);
