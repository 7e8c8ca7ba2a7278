import * as z from 'zod';
import { DAY, type Instant, toIso } from '../shared/time';

/** For how many days each kind of record is kept; null: for ever. Figures, and the rows of incidents, stay whatever is chosen. */
export type Retention = {
  /** After its resolution: an incident's timeline, alerts, pages and notes. */
  incidentDays: number | null;
  /** Messages that belong to no incident (invitations, codes, digests, notices), with their attempts. */
  messageDays: number | null;
  auditDays: number | null;
  /** What was told to outgoing webhooks, with deliveries and attempts. */
  webhookDays: number;
  /** Deploys and other changes of services. */
  changeDays: number;
};
export type RetentionField = keyof Retention;

type Rule = { field: RetentionField; shortest: number; longest: number; usual: number | null; mayStay: boolean };

/**
 * `shortest`: a closed incident's object holds it for 14 days and may be reopened from there; a message may be asked for
 * as long as what it tells of; webhooks are tried for days.
 */
export const RETENTION_RULES = [
  { field: 'incidentDays', shortest: 30, longest: 3650, usual: null, mayStay: true },
  { field: 'messageDays', shortest: 30, longest: 3650, usual: null, mayStay: true },
  { field: 'auditDays', shortest: 90, longest: 3650, usual: null, mayStay: true },
  { field: 'webhookDays', shortest: 7, longest: 365, usual: 30, mayStay: false },
  { field: 'changeDays', shortest: 30, longest: 3650, usual: 90, mayStay: false },
] as const satisfies readonly Rule[];

export const USUAL_RETENTION = Object.fromEntries(
  RETENTION_RULES.map(({ field, usual }) => [field, usual]),
) as Retention;

const fieldOf = (name: RetentionField): z.ZodInt => {
  const { shortest, longest, mayStay } = RETENTION_RULES.find(({ field }) => field === name) as Rule;
  const message = `Must be ${shortest} to ${longest} days${mayStay ? ', or nothing to keep them for ever' : ''}`;
  return z.int(message).min(shortest, message).max(longest, message);
};

/** Any of them; what is not named stays as it is. */
export const updateRetentionInput = z
  .object({
    incidentDays: fieldOf('incidentDays').nullable(),
    messageDays: fieldOf('messageDays').nullable(),
    auditDays: fieldOf('auditDays').nullable(),
    webhookDays: fieldOf('webhookDays'),
    changeDays: fieldOf('changeDays'),
  })
  .partial();
export type UpdateRetentionInput = z.output<typeof updateRetentionInput>;

const asked = (name: RetentionField) => z.coerce.number().pipe(fieldOf(name)).optional();

/** As a query: what is not named is not counted. */
export const retentionPreviewInput = z.object({
  incidentDays: asked('incidentDays'),
  messageDays: asked('messageDays'),
  auditDays: asked('auditDays'),
  webhookDays: asked('webhookDays'),
  changeDays: asked('changeDays'),
});
export type RetentionPreviewInput = z.output<typeof retentionPreviewInput>;

/** What the screen offers; the API takes any number of days in between. */
export const RETENTION_CHOICES = [7, 30, 90, 180, 365, 730, 1095, 1825] as const;

/**
 * What of a kind was over before it is due to go; null: nothing is. Entries of the audit log go by whole days in UTC, so
 * that one entry a day tells how many went.
 */
export function removedBefore(field: RetentionField, days: number | null, now: Instant): Instant | null {
  if (days === null) return null;
  const before = now - days * DAY;
  return field === 'auditDays' ? Math.floor(before / DAY) * DAY : before;
}

/** What stands in place of an incident's description once its details are gone. */
export const removedWords = (at: Instant): string =>
  `Its description, timeline, alerts, pages and notes were removed on ${toIso(at).slice(0, 10)}: this organisation keeps them for a limited time.`;
