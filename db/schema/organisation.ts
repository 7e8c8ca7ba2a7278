import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One row per setting: `organisation`, `last-resort`, `config-version`, `vapid`. */
export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: text('value', { mode: 'json' }).notNull().$type<unknown>(),
  updatedAt: integer('updated_at').notNull(),
});
