import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { COMPONENT_STATES, type ManualState } from '../../domain/status-page/component';
import {
  ANNOUNCEMENT_TYPES,
  AUDIENCES,
  PAGE_LANGUAGES,
  type PageLook,
  type ReportTemplate,
  type StatusPage,
} from '../../domain/status-page/page';

/** What visitors are told of how things are; what they get to see is made of these rows by `domain/status-page/public.ts`. */
export const statusPages = sqliteTable(
  'status_pages',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** `name` as `foldText` has it, written with it by the repository. */
    nameKey: text('name_key').notNull().default(''),
    slug: text('slug').notNull(),
    host: text('host'),
    description: text('description'),
    timezone: text('timezone').notNull(),
    language: text('language', { enum: PAGE_LANGUAGES }).notNull(),
    audience: text('audience', { enum: AUDIENCES }).notNull(),
    passwordHash: text('password_hash'),
    look: text('look', { mode: 'json' }).notNull().$type<PageLook>(),
    uptime: text('uptime', { mode: 'json' }).notNull().$type<StatusPage['uptime']>(),
    templates: text('templates', { mode: 'json' }).notNull().$type<ReportTemplate[]>(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('status_pages_slug').on(t.slug),
    uniqueIndex('status_pages_host').on(t.host),
    index('status_pages_name_key').on(t.nameKey, t.id),
  ],
);

export const statusComponents = sqliteTable(
  'status_components',
  {
    id: text('id').primaryKey(),
    pageId: text('page_id')
      .notNull()
      .references(() => statusPages.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    description: text('description'),
    group: text('group_name'),
    serviceIds: text('service_ids', { mode: 'json' }).notNull().$type<string[]>(),
    manual: text('manual', { mode: 'json' }).$type<ManualState>(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [index('status_components_page').on(t.pageId, t.position)],
);

/** From `at` on a component was in this state: what bars and uptime are made of. */
export const statusChanges = sqliteTable(
  'status_changes',
  {
    id: text('id').primaryKey(),
    componentId: text('component_id')
      .notNull()
      .references(() => statusComponents.id, { onDelete: 'cascade' }),
    state: text('state', { enum: COMPONENT_STATES }).notNull(),
    at: integer('at').notNull(),
  },
  (t) => [index('status_changes_component').on(t.componentId, t.at)],
);

export const statusAnnouncements = sqliteTable(
  'status_announcements',
  {
    id: text('id').primaryKey(),
    pageId: text('page_id')
      .notNull()
      .references(() => statusPages.id, { onDelete: 'cascade' }),
    type: text('type', { enum: ANNOUNCEMENT_TYPES }).notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    startsAt: integer('starts_at').notNull(),
    endsAt: integer('ends_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [index('status_announcements_page').on(t.pageId, t.startsAt, t.id)],
);
