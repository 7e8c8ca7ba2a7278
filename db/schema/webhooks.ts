import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { WEBHOOK_DELIVERY_STATES } from '../../domain/webhook/delivery';
import type { EventType, WebhookEvent } from '../../domain/webhook/event';
import { WEBHOOK_FORMATS } from '../../domain/webhook/webhook';

/** Where changes of incidents are posted to. `url` and the secrets are sealed (RELIABILITY, Security choices). */
export const webhooks = sqliteTable(
  'webhooks',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    format: text('format', { enum: WEBHOOK_FORMATS }).notNull(),
    url: text('url').notNull(),
    host: text('host').notNull(),
    events: text('events', { mode: 'json' }).notNull().$type<EventType[]>(),
    /** Empty: incidents of every service. */
    serviceIds: text('service_ids', { mode: 'json' }).notNull().$type<string[]>(),
    secret: text('secret'),
    previousSecret: text('previous_secret'),
    previousSecretEndsAt: integer('previous_secret_ends_at'),
    enabled: integer('enabled', { mode: 'boolean' }).notNull().default(true),
    disabledReason: text('disabled_reason'),
    slowUntil: integer('slow_until'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [index('webhooks_name').on(t.name, t.id)],
);

/** What is told, frozen when it happened: a redelivery weeks later has the body of the first. */
export const webhookEvents = sqliteTable(
  'webhook_events',
  {
    id: text('id').primaryKey(),
    event: text('event', { mode: 'json' }).notNull().$type<WebhookEvent>(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('webhook_events_created').on(t.createdAt)],
);

/** One event on its way to one webhook; leased by a conditional update, `nextAt` is when the sweep looks after it. */
export const webhookDeliveries = sqliteTable(
  'webhook_deliveries',
  {
    id: text('id').primaryKey(),
    webhookId: text('webhook_id')
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    eventId: text('event_id')
      .notNull()
      .references(() => webhookEvents.id, { onDelete: 'cascade' }),
    eventType: text('event_type').notNull(),
    incidentId: text('incident_id'),
    state: text('state', { enum: WEBHOOK_DELIVERY_STATES }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    attemptsBefore: integer('attempts_before').notNull().default(0),
    status: integer('status'),
    error: text('error'),
    latencyMs: integer('latency_ms'),
    leasedUntil: integer('leased_until'),
    nextAt: integer('next_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [
    index('webhook_deliveries_webhook').on(t.webhookId, t.createdAt, t.id),
    index('webhook_deliveries_event').on(t.eventId),
    index('webhook_deliveries_next').on(t.nextAt).where(sql`next_at IS NOT NULL`),
  ],
);

/** One attempt at a receiver. */
export const webhookAttempts = sqliteTable(
  'webhook_attempts',
  {
    id: text('id').primaryKey(),
    deliveryId: text('delivery_id')
      .notNull()
      .references(() => webhookDeliveries.id, { onDelete: 'cascade' }),
    attempt: integer('attempt').notNull(),
    status: integer('status'),
    error: text('error'),
    latencyMs: integer('latency_ms').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [index('webhook_attempts_delivery').on(t.deliveryId, t.attempt)],
);
