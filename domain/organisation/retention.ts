import * as z from 'zod';
import { DAY, type Instant, toIso } from '../shared/time';

/**
 * For how many days after its resolution an incident keeps its timeline, alerts, pages and notes; null: for ever. Its
 * row, and every figure that it was counted in, stays whatever is chosen.
 */
export type Retention = { incidentDays: number | null };

export const KEEP_FOR_EVER: Retention = { incidentDays: null };

/** A closed incident's object holds it for 14 days, and may be reopened from there: nothing is taken before. */
export const SHORTEST_RETENTION = 30;
const LONGEST_RETENTION = 3650;

/** What the screen offers; the API takes any number of days in between. */
export const RETENTION_CHOICES = [90, 180, 365, 730, 1095, 1825] as const;

const MESSAGE = `Must be ${SHORTEST_RETENTION} to ${LONGEST_RETENTION} days, or nothing to keep them for ever`;

export const updateRetentionInput = z.object({
  incidentDays: z.int().min(SHORTEST_RETENTION, MESSAGE).max(LONGEST_RETENTION, MESSAGE).nullable(),
});
export const retentionPreviewInput = z.object({
  incidentDays: z.coerce.number().pipe(z.int().min(SHORTEST_RETENTION, MESSAGE).max(LONGEST_RETENTION, MESSAGE)),
});
export type UpdateRetentionInput = z.output<typeof updateRetentionInput>;
export type RetentionPreviewInput = z.output<typeof retentionPreviewInput>;

/** Details of incidents that were resolved before it are due to go; null: of none. */
export const removedBefore = ({ incidentDays }: Retention, now: Instant): Instant | null =>
  incidentDays === null ? null : now - incidentDays * DAY;

/** What stands in place of an incident's description once its details are gone. */
export const removedWords = (at: Instant): string =>
  `Its description, timeline, alerts, pages and notes were removed on ${toIso(at).slice(0, 10)}: this organisation keeps them for a limited time.`;
