import type { IncidentAnnouncement } from '../incident/announcement';
import type { Instant } from '../shared/time';
import { type EventType, typeOf } from './event';

/** `standard` is Standard Webhooks, signed; the others are what these chats' own incoming webhooks take. */
export const WEBHOOK_FORMATS = ['standard', 'slack', 'teams', 'discord', 'google-chat', 'telegram'] as const;
export type WebhookFormat = (typeof WEBHOOK_FORMATS)[number];

/** A webhook as it is stored. `url` and the secrets are sealed: whoever reads the table cannot post to the chat. */
export type Webhook = {
  id: string;
  name: string;
  format: WebhookFormat;
  /** Sealed. The rest of the address is often a secret, so people are shown `host` only. */
  url: string;
  host: string;
  events: EventType[];
  /** Only incidents of these services; empty: of all. */
  serviceIds: string[];
  /** Sealed `whsec_…`; null for chats, which do not verify. */
  secret: string | null;
  /** Sealed; signs beside the new one until `previousSecretEndsAt`. */
  previousSecret: string | null;
  previousSecretEndsAt: Instant | null;
  enabled: boolean;
  /** Why OpsKnight itself switched it off. */
  disabledReason: string | null;
  /** The receiver asked us to slow down: nothing is sent before. */
  slowUntil: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
};

/** Whether a webhook is to be told of this. */
export const wants = (
  { enabled, events, serviceIds }: Pick<Webhook, 'enabled' | 'events' | 'serviceIds'>,
  event: IncidentAnnouncement,
): boolean =>
  enabled &&
  (events as string[]).includes(typeOf(event)) &&
  (serviceIds.length === 0 || serviceIds.includes(event.incident.serviceId));

/** After a new secret is made, the old one signs too, so that a receiver can change over in its own time. */
export const SECRET_OVERLAP_HOURS = 24;
