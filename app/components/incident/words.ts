import { type IncidentStatus, UNACKNOWLEDGED, UNRESOLVED } from '../../../domain/incident/incident';
import type { Verb } from '../../../domain/incident/lifecycle';
import type { TimelineEntry, TimelineKind } from '../../../domain/incident/timeline';
import type { IncidentSummary } from '../../../domain/incident/view';

export { UNACKNOWLEDGED, UNRESOLVED };

/** `#1042`; while the number is not given yet, the end of the id. */
export const numberOf = ({ number, id }: Pick<IncidentSummary, 'number' | 'id'>): string =>
  number === null ? id.slice(-6) : `#${number}`;

export const incidentPath = ({ number, id }: Pick<IncidentSummary, 'number' | 'id'>): string =>
  `/incidents/${number ?? id}`;

/** What takes a verb back, and what that sets going (SEMANTICS 12): paging starts anew. */
export const UNDO: Record<string, { verb: Verb; word: string } | undefined> = {
  resolve: { verb: 'reopen', word: 'Undo: reopen and page' },
  snooze: { verb: 'unsnooze', word: 'Undo: end snooze and page' },
  merge: { verb: 'unmerge', word: 'Undo: take it back out and page' },
  suppress: { verb: 'unsuppress', word: 'Undo: end suppression and page' },
};

const UNDONE_KINDS: Partial<Record<TimelineKind, string>> = {
  resolved: 'resolve',
  snoozed: 'snooze',
  suppressed: 'suppress',
  merged: 'merge',
};

/** The line of the timeline that can still be taken back, and how; the newest of its kind. */
export function undoableLine({ timeline, allowed }: Undoable): { id: string; verb: Verb; word: string } | null {
  const entry = timeline.findLast(({ kind }) => kind in UNDONE_KINDS);
  const back = entry && UNDO[UNDONE_KINDS[entry.kind] ?? ''];
  return entry && back && allowed.includes(back.verb) ? { id: entry.id, ...back } : null;
}

type Undoable = { timeline: readonly Pick<TimelineEntry, 'id' | 'kind'>[]; allowed: readonly string[] };

/** Unacknowledged first, then what has waited longest. */
export const byNeed = (a: IncidentSummary, b: IncidentSummary): number => rank(a) - rank(b) || a.openedAt - b.openedAt;

const ORDER: IncidentStatus[] = ['ESCALATED', 'OPEN', 'ACKNOWLEDGED', 'SNOOZED', 'SUPPRESSED', 'RESOLVED'];
const rank = ({ status }: IncidentSummary): number => Math.max(1, ORDER.indexOf(status));
