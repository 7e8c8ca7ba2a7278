import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { PAGE_LANGUAGES } from '../../domain/status-page/page';
import type { StatusPost } from '../../domain/status-page/post';
import { SUBSCRIBER_CHANNELS } from '../../domain/status-page/subscriber';
import { WEBHOOK_DELIVERY_STATES } from '../../domain/webhook/delivery';
import { statusPages } from './status-pages';

/** Who wants to hear of a page. Addresses of webhooks and of Slack are sealed: whoever knows one may post there. */
export const statusSubscribers = sqliteTable(
  'status_subscribers',
  {
    id: text('id').primaryKey(),
    pageId: text('page_id')
      .notNull()
      .references(() => statusPages.id, { onDelete: 'cascade' }),
    channel: text('channel', { enum: SUBSCRIBER_CHANNELS }).notNull(),
    /** E-mail as it is, else sealed. */
    address: text('address').notNull(),
    /** SHA-256 of the address: one subscription each, without reading it. */
    addressKey: text('address_key').notNull(),
    /** What is shown of it: the e-mail, or the host. */
    shown: text('shown').notNull(),
    /** Signs webhooks; sealed. */
    secret: text('secret'),
    /** Empty: all components. */
    componentIds: text('component_ids', { mode: 'json' }).notNull().$type<string[]>(),
    language: text('language', { enum: PAGE_LANGUAGES }).notNull(),
    /** Null: has not answered our mail yet. */
    confirmedAt: integer('confirmed_at'),
    askedAt: integer('asked_at').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('status_subscribers_address').on(t.pageId, t.channel, t.addressKey),
    index('status_subscribers_page').on(t.pageId, t.createdAt, t.id),
    index('status_subscribers_next').on(t.pageId, t.id).where(sql`confirmed_at IS NOT NULL`),
    index('status_subscribers_unconfirmed').on(t.askedAt).where(sql`confirmed_at IS NULL`),
  ],
);

/** One update on its way to all who want it: taken on in steps, `cursor` is the last subscriber that was dealt with. */
export const statusPosts = sqliteTable(
  'status_posts',
  {
    id: text('id').primaryKey(),
    pageId: text('page_id')
      .notNull()
      .references(() => statusPages.id, { onDelete: 'cascade' }),
    post: text('post', { mode: 'json' }).notNull().$type<StatusPost>(),
    cursor: text('cursor').notNull(),
    /** When the sweep goes on with it; null: everybody has been dealt with. */
    nextAt: integer('next_at'),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    index('status_posts_next').on(t.nextAt).where(sql`next_at IS NOT NULL`),
    index('status_posts_created').on(t.createdAt),
  ],
);

/** One post on its way to one webhook or Slack channel; mails stand in `messages`. */
export const statusDeliveries = sqliteTable(
  'status_deliveries',
  {
    id: text('id').primaryKey(),
    postId: text('post_id')
      .notNull()
      .references(() => statusPosts.id, { onDelete: 'cascade' }),
    subscriberId: text('subscriber_id')
      .notNull()
      .references(() => statusSubscribers.id, { onDelete: 'cascade' }),
    state: text('state', { enum: WEBHOOK_DELIVERY_STATES }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    status: integer('status'),
    error: text('error'),
    leasedUntil: integer('leased_until'),
    nextAt: integer('next_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [
    index('status_deliveries_post').on(t.postId),
    index('status_deliveries_subscriber').on(t.subscriberId, t.createdAt),
    index('status_deliveries_next').on(t.nextAt).where(sql`next_at IS NOT NULL`),
  ],
);

/** Questions to webhooks and Slack channels whether they want to hear of a page: told nothing else before they said so. */
export const statusQuestions = sqliteTable(
  'status_questions',
  {
    id: text('id').primaryKey(),
    subscriberId: text('subscriber_id')
      .notNull()
      .references(() => statusSubscribers.id, { onDelete: 'cascade' }),
    state: text('state', { enum: WEBHOOK_DELIVERY_STATES }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    status: integer('status'),
    error: text('error'),
    leasedUntil: integer('leased_until'),
    nextAt: integer('next_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [
    index('status_questions_subscriber').on(t.subscriberId),
    index('status_questions_next').on(t.nextAt).where(sql`next_at IS NOT NULL`),
    index('status_questions_created').on(t.createdAt),
  ],
);
