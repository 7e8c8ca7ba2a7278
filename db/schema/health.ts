import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { MARKS, SAMPLE_KINDS } from '../../domain/health/health';

/** What the installation noticed of itself, for an hour: how late an alarm was, that a queue took nothing. */
export const healthSamples = sqliteTable(
  'health_samples',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind', { enum: SAMPLE_KINDS }).notNull(),
    at: integer('at').notNull(),
    value: integer('value').notNull(),
  },
  (t) => [index('health_samples_at').on(t.at)],
);

/** When something that has to happen again and again happened last. */
export const healthMarks = sqliteTable('health_marks', {
  key: text('key', { enum: MARKS }).primaryKey(),
  at: integer('at').notNull(),
});
