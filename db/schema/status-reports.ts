import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { IMPACTS, REPORT_KINDS, REPORT_STATUSES, type ReportedState } from '../../domain/status-page/report';
import { statusPages } from './status-pages';

/** What we tell visitors of trouble and of planned work. */
export const statusReports = sqliteTable(
  'status_reports',
  {
    id: text('id').primaryKey(),
    pageId: text('page_id')
      .notNull()
      .references(() => statusPages.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: REPORT_KINDS }).notNull(),
    title: text('title').notNull(),
    status: text('status', { enum: REPORT_STATUSES }).notNull(),
    impact: text('impact', { enum: IMPACTS }).notNull(),
    components: text('components', { mode: 'json' }).notNull().$type<ReportedState[]>(),
    /** No reference: an incident lives elsewhere, and is named here for those who write the report. */
    incidentId: text('incident_id'),
    startsAt: integer('starts_at').notNull(),
    endsAt: integer('ends_at'),
    autoStart: integer('auto_start', { mode: 'boolean' }).notNull(),
    autoEnd: integer('auto_end', { mode: 'boolean' }).notNull(),
    maintenanceWindowId: text('maintenance_window_id'),
    nextUpdateAt: integer('next_update_at'),
    publishAt: integer('publish_at'),
    publishedAt: integer('published_at'),
    monitoringAt: integer('monitoring_at'),
    resolvedAt: integer('resolved_at'),
    /** When the time makes something of it by itself (`nextStep`). */
    stepAt: integer('step_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [
    index('status_reports_page').on(t.pageId, t.startsAt, t.id),
    index('status_reports_incident').on(t.incidentId).where(sql`incident_id IS NOT NULL`),
    index('status_reports_step').on(t.stepAt).where(sql`step_at IS NOT NULL`),
  ],
);

export const statusReportUpdates = sqliteTable(
  'status_report_updates',
  {
    id: text('id').primaryKey(),
    reportId: text('report_id')
      .notNull()
      .references(() => statusReports.id, { onDelete: 'cascade' }),
    status: text('status', { enum: REPORT_STATUSES }).notNull(),
    body: text('body').notNull(),
    components: text('components', { mode: 'json' }).notNull().$type<ReportedState[]>(),
    notify: integer('notify', { mode: 'boolean' }).notNull(),
    at: integer('at').notNull(),
    by: text('by').notNull(),
  },
  (t) => [index('status_report_updates_report').on(t.reportId, t.at)],
);
