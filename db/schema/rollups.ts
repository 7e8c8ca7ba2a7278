import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Sent } from '../../domain/analytics/facts';
import type { Interruption } from '../../domain/analytics/interruptions';
import type { Measures } from '../../domain/analytics/measures';
import type { DayCount } from '../../domain/analytics/span';
import { PRIORITIES, URGENCIES } from '../../domain/incident/incident';
import { users } from './people';

// Made from the read model and made again whenever it changes; nothing here is the only place of anything.

/** What figures need of each incident that is not private (`domain/analytics/facts.ts`). */
export const incidentFacts = sqliteTable(
  'incident_facts',
  {
    id: text('id').primaryKey(),
    /** Of the incident's row that these were made from. */
    seq: integer('seq').notNull(),
    /** Days since 1970 in UTC; the day of opening. */
    day: integer('day').notNull(),
    openedAt: integer('opened_at').notNull(),
    serviceId: text('service_id').notNull(),
    teamId: text('team_id'),
    urgency: text('urgency', { enum: URGENCIES }).notNull(),
    priority: text('priority', { enum: PRIORITIES }),
    dedupKey: text('dedup_key').notNull(),
    alerts: integer('alerts').notNull(),
    ackSeconds: integer('ack_seconds'),
    resolveSeconds: integer('resolve_seconds'),
    acknowledgedBy: text('acknowledged_by'),
    ackDueAt: integer('ack_due_at'),
    ackStoppedAt: integer('ack_stopped_at'),
    resolveDueAt: integer('resolve_due_at'),
    resolvedAt: integer('resolved_at'),
    escalated: integer('escalated', { mode: 'boolean' }).notNull(),
    reopened: integer('reopened', { mode: 'boolean' }).notNull(),
    autoResolved: integer('auto_resolved', { mode: 'boolean' }).notNull(),
    interruptions: text('interruptions', { mode: 'json' }).notNull().$type<Interruption[]>(),
    sent: text('sent', { mode: 'json' }).notNull().$type<Sent[]>(),
  },
  (t) => [
    index('incident_facts_day').on(t.day, t.serviceId),
    index('incident_facts_service').on(t.serviceId, t.openedAt),
  ],
);

/** Incidents whose facts are to be made again. `takenAt`: by a run that is at it, or that never came to its end. */
export const factsDue = sqliteTable('facts_due', {
  incidentId: text('incident_id').primaryKey(),
  takenAt: integer('taken_at'),
});

/** A day of a service, its team, an urgency and a priority; an empty text stands for no team and no priority. */
export const rollups = sqliteTable(
  'rollups',
  {
    day: integer('day').notNull(),
    serviceId: text('service_id').notNull(),
    teamId: text('team_id').notNull(),
    urgency: text('urgency', { enum: URGENCIES }).notNull(),
    priority: text('priority', { enum: ['', ...PRIORITIES] }).notNull(),
    measures: text('measures', { mode: 'json' }).notNull().$type<Measures>(),
  },
  (t) => [
    primaryKey({ columns: [t.day, t.serviceId, t.teamId, t.urgency, t.priority] }),
    index('rollups_service').on(t.serviceId, t.day),
    index('rollups_team').on(t.teamId, t.day).where(sql`team_id <> ''`),
  ],
);

/** A span of days that is over and added up in `rollup_span_cells`; gone as soon as one of its days changes. `claimedAt`: by the run that reads it. */
export const rollupSpans = sqliteTable('rollup_spans', {
  span: integer('span').primaryKey(),
  claimedAt: integer('claimed_at').notNull(),
  isWhole: integer('is_whole', { mode: 'boolean' }).notNull(),
});

/** The rollups of a span added up, with what each of its days counts. */
export const rollupSpanCells = sqliteTable(
  'rollup_span_cells',
  {
    span: integer('span')
      .notNull()
      .references(() => rollupSpans.span, { onDelete: 'cascade' }),
    part: integer('part').notNull(),
    serviceId: text('service_id').notNull(),
    teamId: text('team_id').notNull(),
    urgency: text('urgency', { enum: URGENCIES }).notNull(),
    priority: text('priority', { enum: ['', ...PRIORITIES] }).notNull(),
    measures: text('measures', { mode: 'json' }).notNull().$type<Measures>(),
    days: text('days', { mode: 'json' }).notNull().$type<DayCount[]>(),
  },
  (t) => [primaryKey({ columns: [t.span, t.part] })],
);

/** Who has asked for the weekly digest, and when theirs is sent next. */
export const weeklyDigests = sqliteTable(
  'weekly_digests',
  {
    userId: text('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    nextAt: integer('next_at').notNull(),
  },
  (t) => [index('weekly_digests_next').on(t.nextAt)],
);
