import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { URGENCIES } from '../../domain/incident/incident';
import type { Preferences } from '../../domain/notification/preferences';

/** How a person wants to be left in peace: quiet hours, digest, muted services. No row: nothing of it. */
export const notificationPreferences = sqliteTable('notification_preferences', {
  userId: text('user_id').primaryKey(),
  preferences: text('preferences', { mode: 'json' }).$type<Preferences>().notNull(),
  updatedAt: integer('updated_at').notNull(),
});

/** A page of low urgency that waits for its person's digest; `messageId` is the digest that told of it. */
export const digestItems = sqliteTable(
  'digest_items',
  {
    id: text('id').primaryKey(),
    userId: text('user_id').notNull(),
    incidentId: text('incident_id').notNull(),
    title: text('title').notNull(),
    serviceName: text('service_name').notNull(),
    at: integer('at').notNull(),
    dueAt: integer('due_at').notNull(),
    messageId: text('message_id'),
  },
  (t) => [
    index('digest_items_due').on(t.dueAt, t.userId).where(sql`message_id IS NULL`),
    index('digest_items_told').on(t.at).where(sql`message_id IS NOT NULL`),
  ],
);

/** "Page me now": one run of a person's own rules. */
export const pageTests = sqliteTable(
  'page_tests',
  {
    id: text('id').primaryKey(),
    userId: text('user_id').notNull(),
    urgency: text('urgency', { enum: URGENCIES }).notNull(),
    startedAt: integer('started_at').notNull(),
    /** When its person said that it had arrived, or stopped it. */
    stoppedAt: integer('stopped_at'),
  },
  (t) => [index('page_tests_user').on(t.userId, t.startedAt)],
);

/** One method of a run; its message tells how far it has come. */
export const pageTestMessages = sqliteTable(
  'page_test_messages',
  {
    testId: text('test_id')
      .notNull()
      .references(() => pageTests.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    messageId: text('message_id').notNull(),
    dueAt: integer('due_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.testId, t.position] }), index('page_test_messages_message').on(t.messageId)],
);
