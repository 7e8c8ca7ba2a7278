import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Schedule } from '../../domain/schedule/schedule';

type Layer = Schedule['layers'][number];

export const schedules = sqliteTable(
  'schedules',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    timezone: text('timezone').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [index('schedules_name').on(t.name, t.id), index('schedules_updated').on(t.updatedAt)],
);

export const scheduleLayers = sqliteTable(
  'schedule_layers',
  {
    id: text('id').primaryKey(),
    scheduleId: text('schedule_id')
      .notNull()
      .references(() => schedules.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    /** The layer in the format of `domain/schedule`; users are user ids. */
    layer: text('layer', { mode: 'json' }).notNull().$type<Layer>(),
  },
  (t) => [uniqueIndex('schedule_layers_position').on(t.scheduleId, t.position)],
);

export const scheduleOverrides = sqliteTable(
  'schedule_overrides',
  {
    id: text('id').primaryKey(),
    scheduleId: text('schedule_id')
      .notNull()
      .references(() => schedules.id, { onDelete: 'cascade' }),
    /** Null: nobody is on call while the override lasts. */
    userId: text('user_id'),
    /** Null: the override stands instead of everybody. */
    replacesUserId: text('replaces_user_id'),
    startAt: integer('start_at').notNull(),
    endAt: integer('end_at').notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by'),
  },
  (t) => [
    index('schedule_overrides_end').on(t.scheduleId, t.endAt),
    index('schedule_overrides_user').on(t.userId, t.endAt),
  ],
);

/** Links by which calendars read shifts: one for each owner and what it shows. */
export const calendarFeeds = sqliteTable(
  'calendar_feeds',
  {
    id: text('id').primaryKey(),
    /** Shows one person's shifts on all schedules, or one schedule. */
    kind: text('kind', { enum: ['USER', 'SCHEDULE'] }).notNull(),
    targetId: text('target_id').notNull(),
    /** Whose link it is: a person or an API key. It ends with them. */
    ownerId: text('owner_id').notNull(),
    /** SHA-256 of the secret in the address, hex; the secret is shown once. */
    hash: text('hash').notNull(),
    createdAt: integer('created_at').notNull(),
    /** When the present secret was made. */
    rotatedAt: integer('rotated_at').notNull(),
    lastReadAt: integer('last_read_at'),
  },
  (t) => [
    uniqueIndex('calendar_feeds_hash').on(t.hash),
    uniqueIndex('calendar_feeds_owner').on(t.kind, t.targetId, t.ownerId),
  ],
);
