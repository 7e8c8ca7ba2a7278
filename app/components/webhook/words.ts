import type { EventType } from '../../../domain/webhook/event';
import type { WebhookFormat } from '../../../domain/webhook/webhook';

export const FORMAT_WORDS: Record<WebhookFormat, string> = {
  standard: 'Signed JSON (Standard Webhooks)',
  slack: 'Slack',
  teams: 'Microsoft Teams',
  discord: 'Discord',
  'google-chat': 'Google Chat',
  telegram: 'Telegram',
};

export const EVENT_WORDS: Record<EventType | 'webhook.test', string> = {
  'incident.opened': 'Opened',
  'incident.acknowledged': 'Acknowledged',
  'incident.acknowledgement_lapsed': 'Acknowledgement lapsed',
  'incident.escalated': 'Escalated',
  'incident.snoozed': 'Snoozed',
  'incident.snooze_ended': 'Snooze ended',
  'incident.reassigned': 'Reassigned',
  'incident.urgency_raised': 'Urgency raised',
  'incident.visibility_changed': 'Visibility changed',
  'incident.sla_warning': 'Target nearly missed',
  'incident.sla_breached': 'Target missed',
  'incident.resolved': 'Resolved',
  'incident.reopened': 'Reopened',
  'incident.suppressed': 'Suppressed',
  'incident.unsuppressed': 'No longer suppressed',
  'incident.merged': 'Merged into another',
  'incident.unmerged': 'Taken out of another',
  'incident.note_added': 'Note added',
  'webhook.test': 'Test',
};

export const eventWord = (type: string): string => (EVENT_WORDS as Record<string, string>)[type] ?? type;

export const webhookPath = ({ id }: { id: string }): string => `/settings/webhooks/${encodeURIComponent(id)}`;

/** "All events", or how many of them. */
export const eventsWord = (events: readonly string[], all: number): string =>
  events.length === all ? 'All events' : events.length === 1 ? eventWord(events[0] ?? '') : `${events.length} events`;

export const WEBHOOK_SAYS: Record<string, string> = {
  name: 'Give the webhook a name of at most 200 characters.',
  events: 'Choose at least one event.',
};
export const WHO_MAY = 'Webhooks are set up by administrators. Ask one.';
