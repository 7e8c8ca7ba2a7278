import type { IncidentStatus, Priority, Urgency, Visibility } from './incident';

/** What can be changed about an incident that its object owns (SEMANTICS 16); what is left out stays. */
export type IncidentEdit = {
  title?: string;
  description?: string | null;
  urgency?: Urgency;
  priority?: Priority | null;
  visibility?: Visibility;
};

/** Lines of the logbook about what stands in D1: that it was changed, and how (SEMANTICS 16). */
export const RECORD_KINDS = [
  'note-edited',
  'tags-changed',
  'fields-changed',
  'watchers-changed',
  'incident-linked',
  'incident-unlinked',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Nobody is notified of an incident that is over, so its urgency means nothing any more. */
export const mayChangeUrgency = (status: IncidentStatus): boolean => status !== 'RESOLVED';
