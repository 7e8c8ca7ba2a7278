import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { COVER_STATES, OFFER_STATES } from '../../domain/cover/request';
import type { Shift } from '../../domain/schedule/shifts';
import { schedules } from './schedules';

/** Somebody's wish that another one takes a shift of theirs, or a part of it (`domain/cover/request.ts`). */
export const coverRequests = sqliteTable(
  'cover_requests',
  {
    id: text('id').primaryKey(),
    scheduleId: text('schedule_id')
      .notNull()
      .references(() => schedules.id, { onDelete: 'cascade' }),
    /** Whose shift it is. */
    userId: text('user_id').notNull(),
    startAt: integer('start_at').notNull(),
    endAt: integer('end_at').notNull(),
    state: text('state', { enum: COVER_STATES }).notNull(),
    takenBy: text('taken_by'),
    /** The override that was made when it was taken. */
    overrideId: text('override_id'),
    /** An exchange: the shift of whom it is offered to that its owner takes for it. */
    returnStartAt: integer('return_start_at'),
    returnEndAt: integer('return_end_at'),
    returnOverrideId: text('return_override_id'),
    /** When nobody can take it any more. */
    expiresAt: integer('expires_at').notNull(),
    /** When who has not answered is reminded; null once that is done. */
    remindAt: integer('remind_at'),
    /** Counts the changes: whoever changes the row says which one they have read. */
    version: integer('version').notNull().default(1),
    createdAt: integer('created_at').notNull(),
    closedAt: integer('closed_at'),
  },
  (t) => [
    index('cover_requests_schedule').on(t.scheduleId, t.id),
    index('cover_requests_user').on(t.userId, t.createdAt),
    index('cover_requests_open').on(t.expiresAt).where(sql`state = 'OPEN'`),
    index('cover_requests_remind').on(t.remindAt).where(sql`state = 'OPEN' AND remind_at IS NOT NULL`),
    index('cover_requests_closed').on(t.scheduleId, t.closedAt).where(sql`closed_at IS NOT NULL`),
  ],
);

/** Whom a request was offered to, and what they said. */
export const coverOffers = sqliteTable(
  'cover_offers',
  {
    requestId: text('request_id')
      .notNull()
      .references(() => coverRequests.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
    state: text('state', { enum: OFFER_STATES }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.userId] }), index('cover_offers_user').on(t.userId, t.state)],
);

/** When somebody is away. It changes no rotation; it says where somebody else is needed. */
export const timeOff = sqliteTable(
  'time_off',
  {
    id: text('id').primaryKey(),
    userId: text('user_id').notNull(),
    startAt: integer('start_at').notNull(),
    endAt: integer('end_at').notNull(),
    /** On whose clock it was given. */
    timezone: text('timezone').notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by'),
  },
  (t) => [index('time_off_user').on(t.userId, t.endAt)],
);

/** Which notices about their shifts somebody wants; nobody has a row until they change one. */
export const shiftNoticeSettings = sqliteTable('shift_notice_settings', {
  userId: text('user_id').primaryKey(),
  day: integer('day', { mode: 'boolean' }).notNull().default(true),
  hour: integer('hour', { mode: 'boolean' }).notNull().default(true),
  start: integer('start', { mode: 'boolean' }).notNull().default(true),
  changes: integer('changes', { mode: 'boolean' }).notNull().default(true),
  /** Where notices go; null, or one that cannot be used any more: the e-mail. */
  contactMethodId: text('contact_method_id'),
  updatedAt: integer('updated_at').notNull(),
});

/** What people were last told of a schedule, and when the cron has to look at it again. */
export const scheduleWatches = sqliteTable(
  'schedule_watches',
  {
    scheduleId: text('schedule_id')
      .primaryKey()
      .references(() => schedules.id, { onDelete: 'cascade' }),
    /** `schedules.updated_at` of the schedule that `shifts` came from. */
    seenUpdatedAt: integer('seen_updated_at').notNull(),
    /** The shifts up to `shiftsUntil`, as people know them. */
    shifts: text('shifts', { mode: 'json' }).notNull().$type<Shift[]>(),
    shiftsUntil: integer('shifts_until').notNull(),
    /** Notices up to this instant have been dealt with. */
    checkedAt: integer('checked_at').notNull(),
    nextAt: integer('next_at').notNull(),
  },
  (t) => [index('schedule_watches_next').on(t.nextAt)],
);

/** Days that count as holidays where fairness is counted. */
export const scheduleHolidays = sqliteTable(
  'schedule_holidays',
  {
    scheduleId: text('schedule_id')
      .notNull()
      .references(() => schedules.id, { onDelete: 'cascade' }),
    /** `2026-12-25`: that day on the clock of whoever is on call. */
    date: text('date').notNull(),
    name: text('name').notNull(),
  },
  (t) => [uniqueIndex('schedule_holidays_date').on(t.scheduleId, t.date)],
);
