import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ActorRef } from '../../domain/access/actor';
import { INCIDENT_STATUSES, PRIORITIES, URGENCIES, VISIBILITIES } from '../../domain/incident/incident';
import { CHANNELS } from '../../domain/notification/channels';
import { DELIVERY_STATES, NOTIFICATION_STATES } from '../../domain/notification/state';

// The read model. Each row is a projection of what an incident's object holds, carries the object's `seq` and is
// written only when newer. No foreign keys to configuration: an incident outlives what it was opened for (SEMANTICS 24).

export const incidents = sqliteTable(
  'incidents',
  {
    id: text('id').primaryKey(),
    /** The number people say, given here when the first projection arrives. */
    number: integer('number').notNull(),
    seq: integer('seq').notNull(),
    status: text('status', { enum: INCIDENT_STATUSES }).notNull(),
    urgency: text('urgency', { enum: URGENCIES }).notNull(),
    priority: text('priority', { enum: PRIORITIES }),
    visibility: text('visibility', { enum: VISIBILITIES }).notNull(),
    title: text('title').notNull(),
    description: text('description'),
    serviceId: text('service_id').notNull(),
    serviceName: text('service_name').notNull(),
    teamId: text('team_id'),
    assigneeKind: text('assignee_kind', { enum: ['USER', 'TEAM'] }),
    assigneeId: text('assignee_id'),
    assigneeName: text('assignee_name'),
    inbox: text('inbox').notNull(),
    dedupKey: text('dedup_key').notNull(),
    alertCount: integer('alert_count').notNull(),
    step: integer('step').notNull(),
    cycle: integer('cycle').notNull(),
    /** When the next page goes out if nobody acts. */
    nextPageAt: integer('next_page_at'),
    /** The object's earliest timer; the sweep pokes what is overdue. Null once nothing is waited for. */
    nextWakeAt: integer('next_wake_at'),
    openedAt: integer('opened_at').notNull(),
    acknowledgedAt: integer('acknowledged_at'),
    resolvedAt: integer('resolved_at'),
    snoozedUntil: integer('snoozed_until'),
    lastEventAt: integer('last_event_at').notNull(),
    ackDueAt: integer('ack_due_at'),
    resolveDueAt: integer('resolve_due_at'),
    firstAcknowledgedAt: integer('first_acknowledged_at'),
    firstResolvedAt: integer('first_resolved_at'),
    nobodyPaged: integer('nobody_paged', { mode: 'boolean' }).notNull(),
    /** Who declared it; null where an alert opened it. */
    createdBy: text('created_by'),
    /** The incident it is part of; null: it stands for itself. */
    mergedIntoId: text('merged_into_id'),
    mergedIntoNumber: integer('merged_into_number'),
    /** When retention took its timeline, alerts, pages and notes; null: they stand. */
    detailsRemovedAt: integer('details_removed_at'),
  },
  (t) => [
    uniqueIndex('incidents_number').on(t.number),
    index('incidents_opened').on(t.openedAt, t.id),
    index('incidents_unresolved').on(t.openedAt, t.id).where(sql`status <> 'RESOLVED'`),
    index('incidents_status').on(t.status, t.openedAt, t.id),
    index('incidents_service').on(t.serviceId, t.openedAt, t.id),
    index('incidents_service_unresolved').on(t.serviceId, t.openedAt, t.id).where(sql`status <> 'RESOLVED'`),
    index('incidents_team').on(t.teamId, t.openedAt, t.id).where(sql`team_id IS NOT NULL`),
    index('incidents_assignee').on(t.assigneeId, t.openedAt, t.id).where(sql`assignee_id IS NOT NULL`),
    index('incidents_private').on(t.openedAt, t.id).where(sql`visibility = 'PRIVATE'`),
    index('incidents_last_event').on(t.lastEventAt, t.id),
    index('incidents_next_wake').on(t.nextWakeAt).where(sql`next_wake_at IS NOT NULL`),
    index('incidents_with_details').on(t.resolvedAt).where(sql`resolved_at IS NOT NULL AND details_removed_at IS NULL`),
  ],
);

export const alerts = sqliteTable(
  'alerts',
  {
    id: text('id').primaryKey(),
    incidentId: text('incident_id').notNull(),
    seq: integer('seq').notNull(),
    dedupKey: text('dedup_key').notNull(),
    status: text('status', { enum: ['OPEN', 'RESOLVED'] }).notNull(),
    title: text('title').notNull(),
    severity: text('severity'),
    source: text('source'),
    sourceLink: text('source_link'),
    labels: text('labels', { mode: 'json' }).notNull().$type<Record<string, string>>(),
    count: integer('count').notNull(),
    firstAt: integer('first_at').notNull(),
    lastAt: integer('last_at').notNull(),
  },
  (t) => [index('alerts_incident').on(t.incidentId, t.firstAt)],
);

export const timelineEvents = sqliteTable(
  'timeline_events',
  {
    id: text('id').primaryKey(),
    incidentId: text('incident_id').notNull(),
    seq: integer('seq').notNull(),
    at: integer('at').notNull(),
    kind: text('kind').notNull(),
    actor: text('actor', { mode: 'json' }).notNull().$type<ActorRef>(),
    origin: text('origin').notNull(),
    detail: text('detail', { mode: 'json' }).notNull().$type<Record<string, unknown>>(),
  },
  (t) => [index('timeline_events_incident').on(t.incidentId, t.seq)],
);

export const notifications = sqliteTable(
  'notifications',
  {
    id: text('id').primaryKey(),
    incidentId: text('incident_id').notNull(),
    seq: integer('seq').notNull(),
    userId: text('user_id').notNull(),
    userName: text('user_name').notNull(),
    contactMethodId: text('contact_method_id').notNull(),
    channel: text('channel', { enum: CHANNELS }).notNull(),
    intent: text('intent').notNull(),
    state: text('state', { enum: NOTIFICATION_STATES }).notNull(),
    reason: text('reason'),
    step: integer('step').notNull(),
    cycle: integer('cycle').notNull(),
    wave: integer('wave').notNull(),
    rung: integer('rung').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [
    index('notifications_incident').on(t.incidentId, t.createdAt),
    index('notifications_created').on(t.createdAt, t.id),
    index('notifications_state').on(t.state, t.createdAt, t.id),
    index('notifications_user').on(t.userId, t.createdAt),
  ],
);

export const deliveries = sqliteTable(
  'deliveries',
  {
    id: text('id').primaryKey(),
    notificationId: text('notification_id').notNull(),
    incidentId: text('incident_id').notNull(),
    seq: integer('seq').notNull(),
    attempt: integer('attempt').notNull(),
    provider: text('provider'),
    state: text('state', { enum: DELIVERY_STATES }).notNull(),
    providerId: text('provider_id'),
    error: text('error'),
    at: integer('at').notNull(),
    settledAt: integer('settled_at'),
  },
  (t) => [
    index('deliveries_notification').on(t.notificationId, t.attempt),
    index('deliveries_incident').on(t.incidentId),
    index('deliveries_error').on(t.at).where(sql`error IS NOT NULL`),
  ],
);

/** Bodies of notes; that one was written also stands in the timeline (SEMANTICS 16). */
export const notes = sqliteTable(
  'notes',
  {
    id: text('id').primaryKey(),
    incidentId: text('incident_id').notNull(),
    author: text('author', { mode: 'json' }).notNull().$type<ActorRef>(),
    body: text('body').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [index('notes_incident').on(t.incidentId, t.createdAt)],
);
