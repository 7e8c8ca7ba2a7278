import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { contactMethods } from './people';

/**
 * What is wrong with an address, as a provider told it: opted out, no such mailbox. Stays beside the contact method as a
 * warning until a message arrives there or it is verified anew.
 */
export const contactMethodProblems = sqliteTable('contact_method_problems', {
  contactMethodId: text('contact_method_id')
    .primaryKey()
    .references(() => contactMethods.id, { onDelete: 'cascade' }),
  reason: text('reason').notNull(),
  at: integer('at').notNull(),
});
