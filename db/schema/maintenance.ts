import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { MaintenanceTiming } from '../../domain/maintenance/window';

/** When alerts of some services, or with some labels, page nobody. */
export const maintenanceWindows = sqliteTable(
  'maintenance_windows',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    reason: text('reason'),
    /** Empty: every service, for alerts with the labels. */
    serviceIds: text('service_ids', { mode: 'json' }).notNull().$type<string[]>(),
    labels: text('labels', { mode: 'json' }).notNull().$type<Record<string, string>>(),
    timezone: text('timezone').notNull(),
    startAt: integer('start_at').notNull(),
    endAt: integer('end_at').notNull(),
    repeat: text('repeat', { mode: 'json' }).$type<MaintenanceTiming['repeat']>(),
    endedAt: integer('ended_at'),
    /** From when on it is never in force again (`lastInstant`); null: it has no end. */
    overAt: integer('over_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [index('maintenance_windows_start').on(t.startAt, t.id)],
);
