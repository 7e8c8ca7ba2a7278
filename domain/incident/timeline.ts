import type { ActorRef, Origin } from '../access/actor';
import type { Instant } from '../shared/time';

/** Everything an incident's timeline can say. `detail` of each kind is described in `docs/storage.md`. */
export const TIMELINE_KINDS = [
  'opened',
  'nobody-paged',
  'alert-repeated',
  'alert-grouped',
  'held-back',
  'hold-back-ended',
  'alert-acknowledged',
  'alert-resolved',
  'urgency-raised',
  'urgency-lowered',
  'priority-changed',
  'visibility-changed',
  'title-changed',
  'description-changed',
  'step-fired',
  'step-empty',
  'step-skipped',
  'cycle-started',
  'policy-finished',
  'last-resort-paged',
  'last-resort-empty',
  'channels-widened',
  'notification-sent',
  'notification-delivered',
  'notification-read',
  'notification-delayed',
  'notification-failed',
  'notification-cancelled',
  'notification-held-back',
  'notification-bundled',
  'notification-deferred',
  'notification-digested',
  'notification-resent',
  'acknowledged',
  'acknowledgement-lapsed',
  'snoozed',
  'snooze-ended',
  'escalated',
  'reassigned',
  'paused',
  'resumed',
  'responders-added',
  'responder-joined',
  'assignment-lapsed',
  'suppressed',
  'unsuppressed',
  'maintenance-began',
  'maintenance-moved',
  'maintenance-ended',
  'sla-warning',
  'sla-breached',
  'resolved',
  'reopened',
  'merged',
  'unmerged',
  'incident-merged',
  'incident-unmerged',
  'note-added',
  'note-edited',
  'tags-changed',
  'fields-changed',
  'watchers-changed',
  'incident-linked',
  'incident-unlinked',
  'channel-posted',
  'channel-post-failed',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** One line of the logbook. `id` is deterministic, `seq` orders lines of one instant. */
export type TimelineEntry = {
  id: string;
  seq: number;
  at: Instant;
  kind: TimelineKind;
  actor: ActorRef;
  origin: Origin;
  detail: Record<string, unknown>;
};
