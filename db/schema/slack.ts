import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One-time links, shown in Slack to one member, by which they say which person they are here. Only hashes are kept. */
export const slackLinks = sqliteTable(
  'slack_links',
  {
    /** SHA-256 of the token, hex. */
    hash: text('hash').primaryKey(),
    memberId: text('member_id').notNull(),
    memberName: text('member_name'),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (t) => [index('slack_links_expires').on(t.expiresAt)],
);
