import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { contactMethods } from './people';

/** What is known of the browser behind a contact method of kind push. */
export const devices = sqliteTable('devices', {
  contactMethodId: text('contact_method_id')
    .primaryKey()
    .references(() => contactMethods.id, { onDelete: 'cascade' }),
  /** "Pixel 8", "Chrome on Linux": as its browser told it. */
  name: text('name').notNull(),
  /** Opened from the Home Screen or as an app when it was last seen. */
  installed: integer('installed', { mode: 'boolean' }).notNull().default(false),
  lastSeenAt: integer('last_seen_at').notNull(),
  /** When a push last reported that it had arrived. */
  lastReceiptAt: integer('last_receipt_at'),
  /** Since when its push service says that the subscription has ended; nothing is sent to it any more. */
  endedAt: integer('ended_at'),
});
