import type { Instant } from '../shared/time';
import { toIso } from '../shared/time';
import type { IncidentSummary } from './view';

/** A cell of a table that leaves the house: a text, a number, or an instant. */
export type ExportCell = string | number | { at: Instant } | null;

type Column = { name: string; of: (incident: IncidentSummary) => ExportCell };

const at = (instant: Instant | null): ExportCell => (instant === null ? null : { at: instant });

/** What an export of incidents tells of each. Only what everybody who may read incidents may know. */
export const EXPORT_COLUMNS: readonly Column[] = [
  { name: 'number', of: ({ number }) => number },
  { name: 'id', of: ({ id }) => id },
  { name: 'title', of: ({ title }) => title },
  { name: 'status', of: ({ status }) => status },
  { name: 'urgency', of: ({ urgency }) => urgency },
  { name: 'priority', of: ({ priority }) => priority },
  { name: 'service', of: ({ serviceName }) => serviceName },
  { name: 'service id', of: ({ serviceId }) => serviceId },
  { name: 'assignee', of: ({ assignee }) => assignee?.name ?? null },
  { name: 'alerts', of: ({ alertCount }) => alertCount },
  { name: 'dedup key', of: ({ dedupKey }) => dedupKey },
  { name: 'opened', of: ({ openedAt }) => at(openedAt) },
  { name: 'acknowledged', of: ({ acknowledgedAt }) => at(acknowledgedAt) },
  { name: 'resolved', of: ({ resolvedAt }) => at(resolvedAt) },
  { name: 'last event', of: ({ lastEventAt }) => at(lastEventAt) },
];

/** A sheet has 1,048,576 rows, of which the first and the last are no incidents; CSV has no end. */
export const MOST_IN_WORKBOOK = 1_048_574;

export const exportRow = (incident: IncidentSummary): ExportCell[] => EXPORT_COLUMNS.map(({ of }) => of(incident));

/** Instants as ISO 8601 in UTC, for CSV. */
export const plainCell = (cell: ExportCell): string | number | null =>
  typeof cell === 'object' && cell !== null ? toIso(cell.at) : cell;
