import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ActorRef } from '../../domain/access/actor';
import { postmortems } from './postmortems';
import { statusPages } from './status-pages';

/** What visitors of a status page may read of a postmortem; written for them, and nothing else of it reaches them. */
export const publications = sqliteTable(
  'publications',
  {
    id: text('id').primaryKey(),
    postmortemId: text('postmortem_id')
      .notNull()
      .references(() => postmortems.id, { onDelete: 'cascade' }),
    pageId: text('page_id')
      .notNull()
      .references(() => statusPages.id, { onDelete: 'cascade' }),
    /** The report under which it stands; null, or one that is gone: it stands for itself. */
    reportId: text('report_id'),
    title: text('title').notNull(),
    summary: text('summary').notNull(),
    body: text('body').notNull(),
    publishedBy: text('published_by', { mode: 'json' }).notNull().$type<ActorRef>(),
    publishedAt: integer('published_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('publications_postmortem').on(t.postmortemId, t.pageId),
    index('publications_page').on(t.pageId, t.publishedAt),
  ],
);
