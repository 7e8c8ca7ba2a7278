import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { FIELD_KINDS } from '../../domain/custom-field/kinds';
import type { IncidentAnnouncement } from '../../domain/incident/announcement';
import { PRIORITIES, URGENCIES, VISIBILITIES } from '../../domain/incident/incident';
import { WATCHER_ROLES } from '../../domain/incident/watcher';
import { users } from './people';
import { services } from './services';

// What people add to incidents. It lives here and not in the incident's object (SEMANTICS 16), and has no foreign key to
// the read model, because it may be written before the incident's first projection.

export const incidentTags = sqliteTable(
  'incident_tags',
  {
    incidentId: text('incident_id').notNull(),
    /** As `domain/incident/tag.ts` writes it: lower case, one word. */
    tag: text('tag').notNull(),
  },
  (t) => [primaryKey({ columns: [t.incidentId, t.tag] }), index('incident_tags_tag').on(t.tag, t.incidentId)],
);

/** Facts that this organisation wants to know of its incidents. */
export const customFields = sqliteTable(
  'custom_fields',
  {
    id: text('id').primaryKey(),
    /** By which the API and addresses know it; never changes. */
    key: text('key').notNull(),
    name: text('name').notNull(),
    kind: text('kind', { enum: FIELD_KINDS }).notNull(),
    /** What a SELECT offers, in order; empty for every other kind. */
    options: text('options', { mode: 'json' }).notNull().$type<string[]>(),
    /** Whether an incident cannot be declared without it. */
    isRequired: integer('is_required', { mode: 'boolean' }).notNull(),
    position: integer('position').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [uniqueIndex('custom_fields_key').on(t.key), index('custom_fields_position').on(t.position, t.id)],
);

export const customFieldValues = sqliteTable(
  'custom_field_values',
  {
    incidentId: text('incident_id').notNull(),
    fieldId: text('field_id')
      .notNull()
      .references(() => customFields.id, { onDelete: 'cascade' }),
    /** In the one way that its kind is written (`domain/custom-field/value.ts`). */
    value: text('value').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.incidentId, t.fieldId] }),
    index('custom_field_values_value').on(t.fieldId, t.value, t.incidentId),
  ],
);

export const incidentWatchers = sqliteTable(
  'incident_watchers',
  {
    incidentId: text('incident_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role', { enum: WATCHER_ROLES }).notNull(),
    addedAt: integer('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.incidentId, t.userId] }),
    index('incident_watchers_user').on(t.userId, t.incidentId),
  ],
);

/** Announcements that the watchers of an incident have not been told yet; each goes once its messages stand. */
export const watcherNews = sqliteTable(
  'watcher_news',
  {
    /** The announcement's. */
    id: text('id').primaryKey(),
    incidentId: text('incident_id').notNull(),
    event: text('event', { mode: 'json' }).notNull().$type<IncidentAnnouncement>(),
    /** Ids of those who were paged for it, who hear of its end anyway. */
    paged: text('paged', { mode: 'json' }).notNull().$type<string[]>(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('watcher_news_created').on(t.createdAt)],
);

/** Who watches every incident of a service from its opening. */
export const serviceWatchers = sqliteTable(
  'service_watchers',
  {
    serviceId: text('service_id')
      .notNull()
      .references(() => services.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role', { enum: WATCHER_ROLES }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.serviceId, t.userId] }), index('service_watchers_user').on(t.userId)],
);

/** Incidents that belong together; each link stands once from either side. */
export const incidentLinks = sqliteTable(
  'incident_links',
  {
    incidentId: text('incident_id').notNull(),
    otherId: text('other_id').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.incidentId, t.otherId] })],
);

/** What a declared incident can begin with. */
export const incidentTemplates = sqliteTable(
  'incident_templates',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    title: text('title').notNull(),
    description: text('description'),
    serviceId: text('service_id').references(() => services.id, { onDelete: 'set null' }),
    urgency: text('urgency', { enum: URGENCIES }),
    priority: text('priority', { enum: PRIORITIES }),
    visibility: text('visibility', { enum: VISIBILITIES }).notNull(),
    tags: text('tags', { mode: 'json' }).notNull().$type<string[]>(),
    /** Values by the keys of their fields. */
    fields: text('fields', { mode: 'json' }).notNull().$type<Record<string, string>>(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [index('incident_templates_name').on(t.nameKey, t.id)],
);

/** A list of incidents that somebody wants to come back to. */
export const savedViews = sqliteTable(
  'saved_views',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    isShared: integer('is_shared', { mode: 'boolean' }).notNull(),
    /** The list's address after the question mark, without a cursor. */
    search: text('search').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [index('saved_views_owner').on(t.ownerId), index('saved_views_name').on(t.nameKey, t.id)],
);
