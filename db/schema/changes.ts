import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AlertLink } from '../../domain/ingest/adapter';

/** Deploys and other changes of services, as their inboxes took them in. */
export const changeEvents = sqliteTable(
  'change_events',
  {
    id: text('id').primaryKey(),
    serviceId: text('service_id').notNull(),
    integrationId: text('integration_id').notNull(),
    integrationName: text('integration_name').notNull(),
    summary: text('summary').notNull(),
    source: text('source'),
    links: text('links', { mode: 'json' }).notNull().$type<AlertLink[]>(),
    details: text('details', { mode: 'json' }).notNull().$type<Record<string, string>>(),
    /** When it was made, by the tool's own clock where that is told. */
    occurredAt: integer('occurred_at').notNull(),
    receivedAt: integer('received_at').notNull(),
  },
  (t) => [
    index('change_events_service').on(t.serviceId, t.occurredAt, t.id),
    index('change_events_occurred').on(t.occurredAt, t.id),
    index('change_events_received').on(t.receivedAt),
  ],
);
