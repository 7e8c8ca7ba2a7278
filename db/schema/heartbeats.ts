import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Urgency } from '../../domain/incident/incident';
import { services } from './services';

/** Jobs that are expected to report. When each was heard last stands in its inbox. */
export const heartbeats = sqliteTable(
  'heartbeats',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** `name` as `foldText` has it, written with it by the repository. */
    nameKey: text('name_key').notNull().default(''),
    serviceId: text('service_id')
      .notNull()
      .references(() => services.id),
    /** The first part of the key: the name of the heartbeat's inbox. */
    inbox: text('inbox').notNull(),
    /** SHA-256 of the rest of the key, hex. The key itself is shown once and not kept. */
    secretHash: text('secret_hash').notNull(),
    /** After a rotation the hash of the key before, which works until `previousKeyEndsAt`. */
    previousSecretHash: text('previous_secret_hash'),
    previousKeyEndsAt: integer('previous_key_ends_at'),
    /** Either a period or five fields of cron, at times of `timezone`. */
    periodSeconds: integer('period_seconds'),
    cron: text('cron'),
    timezone: text('timezone').notNull(),
    graceSeconds: integer('grace_seconds').notNull(),
    /** Null: the service's own. */
    urgency: text('urgency').$type<Urgency>(),
    enabled: integer('enabled', { mode: 'boolean' }).notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('heartbeats_inbox').on(t.inbox),
    index('heartbeats_service_name').on(t.serviceId, t.nameKey, t.id),
    index('heartbeats_name_key').on(t.nameKey, t.id),
  ],
);
