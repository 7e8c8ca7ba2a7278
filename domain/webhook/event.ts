import type { ActorRef } from '../access/actor';
import type { AnnouncementKind, IncidentAnnouncement } from '../incident/announcement';
import type { Instant } from '../shared/time';

/** What receivers read as `type`, in the spelling that Standard Webhooks asks for: `incident.snooze_ended`. */
export const EVENT_TYPES = [
  'incident.opened',
  'incident.acknowledged',
  'incident.acknowledgement_lapsed',
  'incident.escalated',
  'incident.snoozed',
  'incident.snooze_ended',
  'incident.reassigned',
  'incident.urgency_raised',
  'incident.visibility_changed',
  'incident.sla_warning',
  'incident.sla_breached',
  'incident.resolved',
  'incident.reopened',
  'incident.suppressed',
  'incident.unsuppressed',
  'incident.merged',
  'incident.unmerged',
  'incident.note_added',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

const TYPE_OF: Record<AnnouncementKind, EventType> = {
  opened: 'incident.opened',
  acknowledged: 'incident.acknowledged',
  'acknowledgement-lapsed': 'incident.acknowledgement_lapsed',
  escalated: 'incident.escalated',
  snoozed: 'incident.snoozed',
  'snooze-ended': 'incident.snooze_ended',
  reassigned: 'incident.reassigned',
  'urgency-raised': 'incident.urgency_raised',
  'visibility-changed': 'incident.visibility_changed',
  'sla-warning': 'incident.sla_warning',
  'sla-breached': 'incident.sla_breached',
  resolved: 'incident.resolved',
  reopened: 'incident.reopened',
  suppressed: 'incident.suppressed',
  unsuppressed: 'incident.unsuppressed',
  merged: 'incident.merged',
  unmerged: 'incident.unmerged',
  'note-added': 'incident.note_added',
};

/** A test that somebody sends by hand: goes the way of any event, to one webhook. */
export type TestEvent = {
  id: string;
  kind: 'test';
  at: Instant;
  actor: ActorRef;
  organisation: { name: string };
  webhookName: string;
  /** Absolute address of the webhook's page. */
  url: string;
};

/** What a webhook tells. `id` is the receiver's idempotency key, the same on each attempt and redelivery. */
export type WebhookEvent = IncidentAnnouncement | TestEvent;

export const TEST_TYPE = 'webhook.test';
export const typeOf = (event: WebhookEvent): EventType | typeof TEST_TYPE =>
  event.kind === 'test' ? TEST_TYPE : TYPE_OF[event.kind];
