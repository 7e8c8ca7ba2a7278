import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CHANNELS } from '../../domain/notification/channels';
import { DELIVERY_STATES, NOTIFICATION_STATES } from '../../domain/notification/state';

/**
 * Messages that belong to no incident: invitations, codes, tests (ARCHITECTURE §2). A row is leased by a conditional
 * update before it is sent; `nextAt` is when the sweep looks after it.
 */
export const messages = sqliteTable(
  'messages',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    channel: text('channel', { enum: CHANNELS }).notNull(),
    userId: text('user_id'),
    recipient: text('recipient').notNull(),
    recipientName: text('recipient_name').notNull(),
    subject: text('subject'),
    text: text('text').notNull(),
    html: text('html'),
    unsubscribeUrl: text('unsubscribe_url'),
    state: text('state', { enum: NOTIFICATION_STATES }).notNull(),
    reason: text('reason'),
    attempts: integer('attempts').notNull().default(0),
    leasedUntil: integer('leased_until'),
    nextAt: integer('next_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [
    index('messages_next').on(t.nextAt).where(sql`next_at IS NOT NULL`),
    index('messages_created').on(t.createdAt, t.id),
    index('messages_state').on(t.state, t.createdAt, t.id),
    index('messages_user').on(t.userId, t.createdAt),
  ],
);

export const messageDeliveries = sqliteTable(
  'message_deliveries',
  {
    id: text('id').primaryKey(),
    messageId: text('message_id').notNull(),
    attempt: integer('attempt').notNull(),
    provider: text('provider'),
    state: text('state', { enum: DELIVERY_STATES }).notNull(),
    providerId: text('provider_id'),
    error: text('error'),
    at: integer('at').notNull(),
    settledAt: integer('settled_at'),
  },
  (t) => [
    index('message_deliveries_message').on(t.messageId, t.attempt),
    index('message_deliveries_error').on(t.at).where(sql`error IS NOT NULL`),
  ],
);
