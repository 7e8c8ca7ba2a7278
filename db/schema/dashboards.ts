import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Panel } from '../../domain/analytics/dashboard';
import { users } from './people';

/** Figures and charts that somebody has put together. */
export const dashboards = sqliteTable(
  'dashboards',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    /** Everybody in the organisation may read it. */
    isShared: integer('is_shared', { mode: 'boolean' }).notNull(),
    /** In the order in which they stand. */
    panels: text('panels', { mode: 'json' }).notNull().$type<Panel[]>(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [index('dashboards_owner').on(t.ownerId), index('dashboards_name').on(t.nameKey, t.id)],
);
