import type { ActorRef } from '../access/actor';
import type { Instant } from '../shared/time';
import type { IncidentSummary } from './view';

/**
 * What an incident tells the world outside. `escalated` also stands for a step beyond the first that fired by itself,
 * and for the first page to the last resort.
 */
export const ANNOUNCEMENT_KINDS = [
  'opened',
  'acknowledged',
  'acknowledgement-lapsed',
  'escalated',
  'snoozed',
  'snooze-ended',
  'reassigned',
  'urgency-raised',
  'visibility-changed',
  'sla-warning',
  'sla-breached',
  'resolved',
  'reopened',
  'suppressed',
  'unsuppressed',
  'merged',
  'unmerged',
  'note-added',
] as const;
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];

/** Who is told. Each outlet gets an effect of its own, so that trouble at one repeats nothing at another. */
export const OUTLETS = ['webhooks', 'slack', 'watchers'] as const;
export type Outlet = (typeof OUTLETS)[number];

/**
 * One change of an incident as those outside learn of it: frozen when it happened, so that what is rendered later, or
 * again, says the same. Plain JSON.
 */
export type IncidentAnnouncement = {
  /** hash(incident, seq, kind): the same change always has the same id. */
  id: string;
  kind: AnnouncementKind;
  seq: number;
  at: Instant;
  actor: ActorRef;
  /** As in the timeline's entry of this kind; of `escalated`: `step` (null: the last resort), `cycle` and `people`. */
  detail: Record<string, unknown>;
  organisation: { name: string };
  /** The incident right after the change. `number` is null while D1 has not given one. */
  incident: IncidentSummary & {
    description: string | null;
    teamId: string | null;
    source: string | null;
    sourceLink: string | null;
    /** Of its first alert. */
    labels: Record<string, string>;
    runbookUrl: string | null;
  };
  /** Absolute address of the incident's page. */
  url: string;
};
