import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ActorRef } from '../../domain/access/actor';
import { PRIORITIES } from '../../domain/incident/incident';
import { ACTION_ITEM_STATUSES } from '../../domain/postmortem/action-item';
import { POSTMORTEM_STATUSES, type PostmortemEvent, type Sections } from '../../domain/postmortem/postmortem';

/** What was learned from an incident; one for each. The incident's row may be gone before it. */
export const postmortems = sqliteTable(
  'postmortems',
  {
    id: text('id').primaryKey(),
    incidentId: text('incident_id').notNull(),
    incidentNumber: integer('incident_number'),
    serviceId: text('service_id').notNull(),
    title: text('title').notNull(),
    status: text('status', { enum: POSTMORTEM_STATUSES }).notNull(),
    sections: text('sections', { mode: 'json' }).notNull().$type<Sections>(),
    /** The events of the incident's timeline when it was drafted, each kept or dropped. */
    events: text('events', { mode: 'json' }).notNull().$type<PostmortemEvent[]>(),
    impactStartAt: integer('impact_start_at'),
    impactEndAt: integer('impact_end_at'),
    /** Ids of the people who are to read it before it is published. */
    reviewers: text('reviewers', { mode: 'json' }).notNull().$type<string[]>(),
    createdBy: text('created_by', { mode: 'json' }).notNull().$type<ActorRef>(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    publishedAt: integer('published_at'),
    /** Counts changes, so that nobody overwrites what they have not seen. */
    version: integer('version').notNull(),
  },
  (t) => [
    uniqueIndex('postmortems_incident').on(t.incidentId),
    index('postmortems_created').on(t.createdAt, t.id),
    index('postmortems_status').on(t.status, t.createdAt, t.id),
  ],
);

/** What is to be done so that it does not happen again. */
export const actionItems = sqliteTable(
  'action_items',
  {
    id: text('id').primaryKey(),
    postmortemId: text('postmortem_id')
      .notNull()
      .references(() => postmortems.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    ownerId: text('owner_id'),
    /** A date such as 2026-12-01: the last day on which it is in time, in the zone of its owner. */
    dueOn: text('due_on'),
    priority: text('priority', { enum: PRIORITIES }).notNull(),
    status: text('status', { enum: ACTION_ITEM_STATUSES }).notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    completedAt: integer('completed_at'),
    /** When its owner is told next that it is overdue; null: never. */
    remindAt: integer('remind_at'),
  },
  (t) => [
    index('action_items_postmortem').on(t.postmortemId, t.createdAt),
    index('action_items_created').on(t.createdAt, t.id),
    index('action_items_owner').on(t.ownerId, t.status),
    index('action_items_remind').on(t.remindAt).where(sql`remind_at IS NOT NULL`),
  ],
);
