import type { AlertView } from './view';

/** An incident as another one names it. `number` is null while D1 has not given one. */
export type IncidentRef = { id: string; number: number | null; title: string };

/**
 * One that was merged into this incident, or was taken back out (`isHere` false). `seq` is that incident's own count of
 * changes at the time: word of it may come twice and out of order, and only the newest counts.
 */
export type MergedIncident = IncidentRef & { seq: number; isHere: boolean };

/** How an alert stands in the incident it was merged into, by its id there, for when it is taken back. */
export type AlertStanding = Pick<AlertView, 'id' | 'status' | 'count' | 'lastAt'>;

/** "#1042", or its title while it has no number. */
export const refWord = ({ number, title }: IncidentRef): string => (number === null ? `“${title}”` : `#${number}`);
